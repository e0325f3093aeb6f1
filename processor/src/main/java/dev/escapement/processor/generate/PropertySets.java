package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.schema.SchemaDialect;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants of a generated file that say which properties its objects have: one for each record that is read. */
final class PropertySets {

    private final NameAllocator names = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();

    PropertySets() {
        names.newName("INSTANCE");
        for (SchemaDialect dialect : SchemaDialect.values()) {
            names.newName(dialect.name());
        }
    }

    /** The constants that were asked for, in that order. */
    List<FieldSpec> fields() {
        return fields;
    }

    /** The constant for a record; with a discriminator, that is a property too. */
    FieldSpec add(Definition.RecordShape record, String name, String discriminator) {
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
        // No class has a name that ends so: the constant hides none.
        FieldSpec field = FieldSpec.builder(
                        RuntimeClasses.PROPERTY_SET, names.newName(Naming.constant(name) + "_PROPERTIES"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(set.add("$<$<").build())
                .build();
        fields.add(field);
        return field;
    }

    private static CodeBlock arguments(List<CodeBlock> names) {
        return CodeBlock.join(names, ",$W");
    }
}
