package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The constants of a generated file. They contain the property names of each record, the names of each enum and sealed
 * interface, and the values that constraints and defaults need.
 */
final class GeneratedConstants {

    /** The maximum length of all initializers in one method. Source code is longer than its bytecode. */
    private static final int MAX_LENGTH = 30_000;

    /** The length below which an initializer does not become a method. */
    private static final int SHORT = 60;

    /** The indentation of the value of a constant that does not fit into the line of the name. */
    private static final int INDENTATION = 6;

    private static final String TEXT_BLOCK = "\"\"\"";

    private final NameAllocator names = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, FieldSpec> constantSets = new HashMap<>();
    private final Map<CodeBlock, FieldSpec> values = new HashMap<>();
    private final Map<CodeBlock, MethodSpec> methods = new LinkedHashMap<>();

    GeneratedConstants() {
        reserve(List.of("INSTANCE", UpcastCode.CONSTANT));
        reserve(SchemaNames.all());
    }

    /** Reserves names, so that no constant uses them. */
    final void reserve(Collection<String> others) {
        others.forEach(names::newName);
    }

    /**
     * Adds the requested constants to a class, in the order of the requests. If their initialization could exceed the
     * maximum size of a method, each long initializer becomes a method.
     */
    void addTo(TypeSpec.Builder type) {
        boolean fits = fields.stream().mapToInt(GeneratedConstants::length).sum() <= MAX_LENGTH;
        for (FieldSpec field : fields) {
            if (fits || length(field) <= SHORT) {
                type.addField(field);
            } else {
                String method = Naming.lowerCamelCase(field.name());
                type.addField(constant(field.type(), field.name(), CodeBlock.of("$L()", method)))
                        .addMethod(method(method, field.type(), field.initializer()));
            }
        }
        type.addMethods(methods.values());
    }

    /** Returns the length of the code that initializes a constant. A text block is loaded by one instruction. */
    private static int length(FieldSpec field) {
        String code = field.initializer().toString();
        return code.startsWith(TEXT_BLOCK) ? SHORT : code.length();
    }

    /**
     * Requests and returns the constant for the property names of a record. A discriminator is one of its properties.
     *
     * @param open whether the decoder ignores unknown properties
     */
    FieldSpec propertySet(Definition.RecordShape record, String name, String discriminator, boolean open) {
        List<CodeBlock> required = new ArrayList<>();
        List<CodeBlock> optional = new ArrayList<>();
        if (!discriminator.isEmpty()) {
            required.add(StringLiteral.of(discriminator));
        }
        for (Definition.Property property : record.properties()) {
            (property.required() ? required : optional).add(StringLiteral.of(property.name()));
        }
        String calls = inOneLine(required, optional, open);
        int length = INDENTATION + RuntimeClasses.PROPERTY_SET.simpleName().length() + calls.length() + ";".length();
        CodeBlock set = length <= SourceFormatter.MAX_LENGTH
                ? CodeBlock.of("\n$>$>$T$L$<$<", RuntimeClasses.PROPERTY_SET, calls)
                : inLines(required, optional, open);
        return add(RuntimeClasses.PROPERTY_SET, name + "_PROPERTIES", set);
    }

    private static String inOneLine(List<CodeBlock> required, List<CodeBlock> optional, boolean open) {
        return ".required(" + CodeBlock.join(required, ", ") + ")"
                + (optional.isEmpty() ? "" : ".optional(" + CodeBlock.join(optional, ", ") + ")")
                + (open ? ".open()" : "");
    }

    private static CodeBlock inLines(List<CodeBlock> required, List<CodeBlock> optional, boolean open) {
        boolean chained = open || !optional.isEmpty();
        CodeBlock.Builder set = CodeBlock.builder()
                .add(
                        chained ? "\n$>$>$T.required($>$>$L$<$<)" : "\n$>$>$T.required($L)",
                        RuntimeClasses.PROPERTY_SET,
                        arguments(required));
        if (!optional.isEmpty()) {
            set.add("\n$>$>.optional($L)$<$<", arguments(optional));
        }
        if (open) {
            set.add("\n$>$>.open()$<$<");
        }
        return set.add("$<$<").build();
    }

    /** Requests and returns the constant for the JSON names of an enum. */
    FieldSpec enumNames(String name, List<String> strings) {
        return constantSet(name + "_NAMES", strings);
    }

    /** Requests and returns the constant for the names of the types of a union, the values of its discriminator. */
    FieldSpec unionTypes(String name, List<String> strings) {
        return constantSet(name + "_TYPES", strings);
    }

    private FieldSpec constantSet(String name, List<String> strings) {
        return constantSets.computeIfAbsent(name, key -> {
            CodeBlock arguments =
                    arguments(strings.stream().map(StringLiteral::of).toList());
            CodeBlock set = CodeBlock.of("\n$>$>$T.of($L)$<$<", RuntimeClasses.CONSTANT_SET, arguments);
            return add(RuntimeClasses.CONSTANT_SET, key, set);
        });
    }

    /**
     * Requests a constant for a value, and returns a reference to the constant. Equal values of one type share a constant,
     * which has the name of the first request.
     */
    CodeBlock of(TypeName type, String name, CodeBlock value) {
        FieldSpec field = values.computeIfAbsent(CodeBlock.of("$T $L", type, value), key -> add(type, name, value));
        return CodeBlock.of("$N", field);
    }

    /**
     * Requests a method that returns a new value for each call, and returns a call of the method. Equal values of one type
     * share a method.
     */
    CodeBlock call(TypeName type, String name, CodeBlock value) {
        MethodSpec method = methods.computeIfAbsent(
                CodeBlock.of("$T $L", type, value),
                key -> method(Naming.lowerCamelCase(names.newName(Naming.constant(name))), type, value));
        return CodeBlock.of("$N()", method);
    }

    private static MethodSpec method(String name, TypeName type, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addCode("return $L;\n", value)
                .build();
    }

    private FieldSpec add(TypeName type, String name, CodeBlock value) {
        // The suffix does not occur in class names, so the constant does not hide a class.
        FieldSpec field = constant(type, names.newName(Naming.constant(name)), value);
        fields.add(field);
        return field;
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static CodeBlock arguments(List<CodeBlock> names) {
        return CodeBlock.join(names, ",$W");
    }
}
