package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.Definition;
import javax.lang.model.element.Modifier;

/** A generator of the expressions that convert enum constants to their JSON names. */
final class EnumEncoderCode {

    private static final String UNKNOWN = "The enum does not contain the constant ";

    /**
     * The maximum number of constants in all switches over enums in a file. Compilers create one table for all these
     * switches, with about 20 bytes for a case, and initialize it in one method.
     */
    private static final int MAX_ENUM_CASES = 1_500;

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
            return CodeBlock.of("$L(value.name())", byName(constants, name));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("switch (value) {\n$>");
        for (Definition.Constant constant : constants.constants()) {
            code.add("case $L -> $L;\n", constant.javaName(), StringLiteral.of(constant.jsonName()));
        }
        return code.add("default -> throw $T.unknownConstant(value);\n$<}", RuntimeClasses.CONSTANT_SET)
                .build();
    }

    /** Requests the method that converts the Java names of the constants, and returns the name of the method. */
    private String byName(Definition.EnumShape constants, String name) {
        String method = "nameOf" + name;
        MethodSpec signature = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(String.class)
                .addParameter(String.class, "name")
                .build();
        CodeBlock otherwise = CodeBlock.of("throw new $T($S$W+ name)", IncompatibleClassChangeError.class, UNKNOWN);
        return methods.need(
                method,
                () -> signature.toBuilder()
                        .addCode(new StringSwitch(methods, signature, "name", otherwise)
                                .body(constants.constants().stream()
                                        .map(constant -> new StringSwitch.Case(
                                                constant.javaName(), StringLiteral.of(constant.jsonName())))
                                        .toList()))
                        .build());
    }
}
