package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.Definition;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the expressions that convert enum constants to their JSON names. */
final class EnumEncoderCode {

    /**
     * The maximum number of constants in all switches over enums in a file. Compilers create one table for all these
     * switches, with about 20 bytes for a case, and initialize it in one method.
     */
    private static final int MAX_ENUM_CASES = 1_500;

    /** The maximum number of cases for names in one method. */
    private static final int MAX_NAME_CASES = 1_000;

    private final GeneratedMethods methods;
    private int enumCases;

    EnumEncoderCode(GeneratedMethods methods) {
        this.methods = methods;
    }

    /**
     * Returns an expression for the JSON name of the constant in the variable {@code value}.
     *
     * @param name the name of the type in other names
     */
    CodeBlock of(Definition.EnumShape constants, String name) {
        enumCases += constants.constants().size();
        if (enumCases > MAX_ENUM_CASES) {
            return CodeBlock.of("$L(value.name())", byName(constants, name, 0));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("switch (value) {\n$>");
        for (Definition.Constant constant : constants.constants()) {
            code.add("case $L -> $L;\n", constant.javaName(), StringLiteral.of(constant.jsonName()));
        }
        return code.add("default -> throw $T.unknown(value);\n$<}", RuntimeClasses.CONSTANT_SET)
                .build();
    }

    /** Requests a method that converts the Java names from an index on, and returns the name of the method. */
    private String byName(Definition.EnumShape constants, String name, int from) {
        String method = "write" + name + "From" + from;
        return methods.need(method, () -> {
            List<Definition.Constant> all = constants.constants();
            int to = Math.min(from + MAX_NAME_CASES, all.size());
            CodeBlock.Builder code = CodeBlock.builder().add("return switch (name) {\n$>");
            for (Definition.Constant constant : all.subList(from, to)) {
                code.add(
                        "case $L -> $L;\n",
                        StringLiteral.of(constant.javaName()),
                        StringLiteral.of(constant.jsonName()));
            }
            if (to == all.size()) {
                code.add(
                        DecoderMethods.UNREACHABLE, IncompatibleClassChangeError.class, "unexpected constant ", "name");
            } else {
                code.add("default -> $L(name);\n$<};\n", byName(constants, name, to));
            }
            return MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(String.class)
                    .addParameter(String.class, "name")
                    .addCode(code.build())
                    .build();
        });
    }
}
