package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The constants of a generated file. They contain the property names of each record, the names of each enum and sealed
 * interface, and the values that constraints and defaults need.
 */
final class GeneratedConstants {

    private final NameAllocator names = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, FieldSpec> constantSets = new HashMap<>();
    private final Map<CodeBlock, FieldSpec> values = new HashMap<>();

    GeneratedConstants() {
        names.newName("INSTANCE");
        reserve(SchemaNames.all());
    }

    /** Reserves names, so that no constant uses them. */
    final void reserve(Collection<String> others) {
        others.forEach(names::newName);
    }

    /** Returns the requested constants, in the order of the requests. */
    List<FieldSpec> fields() {
        return fields;
    }

    /**
     * Requests and returns the constant for the property names of a record. A discriminator is one of its properties.
     */
    FieldSpec propertySet(Definition.RecordShape record, String name, String discriminator) {
        List<CodeBlock> required = new ArrayList<>();
        List<CodeBlock> optional = new ArrayList<>();
        if (!discriminator.isEmpty()) {
            required.add(StringLiteral.of(discriminator));
        }
        for (Definition.Property property : record.properties()) {
            (property.required() ? required : optional).add(StringLiteral.of(property.name()));
        }
        CodeBlock.Builder set =
                CodeBlock.builder().add("\n$>$>$T.required($L)", RuntimeClasses.PROPERTY_SET, arguments(required));
        if (!optional.isEmpty()) {
            set.add("\n$>$>.optional($L)$<$<", arguments(optional));
        }
        return add(
                RuntimeClasses.PROPERTY_SET,
                name + "_PROPERTIES",
                set.add("$<$<").build());
    }

    /** Requests and returns the constant for the JSON names of an enum or the values of a discriminator. */
    FieldSpec constantSet(String name, List<String> strings) {
        return constantSets.computeIfAbsent(name, key -> {
            CodeBlock arguments =
                    arguments(strings.stream().map(StringLiteral::of).toList());
            CodeBlock set = CodeBlock.of("\n$>$>$T.of($L)$<$<", RuntimeClasses.CONSTANT_SET, arguments);
            return add(RuntimeClasses.CONSTANT_SET, key + "_NAMES", set);
        });
    }

    /**
     * Requests a constant for a value, and returns a reference to the constant. Equal values share a constant, which
     * has the name of the first request.
     */
    CodeBlock of(TypeName type, String name, CodeBlock value) {
        FieldSpec field = values.computeIfAbsent(value, key -> add(type, name, value));
        return CodeBlock.of("$N", field);
    }

    private FieldSpec add(TypeName type, String name, CodeBlock value) {
        // The suffix does not occur in class names, so the constant does not hide a class.
        FieldSpec field = FieldSpec.builder(type, names.newName(Naming.constant(name)))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
        fields.add(field);
        return field;
    }

    private static CodeBlock arguments(List<CodeBlock> names) {
        return CodeBlock.join(names, ",$W");
    }
}
