package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.Definition;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the code that reads enum constants. */
final class EnumDecoderCode {

    /**
     * The maximum number of switch cases in one generated method. A method has at most 64 KiB of code, and a case needs
     * about 30 bytes.
     */
    private static final int MAX_CASES = 1_000;

    private EnumDecoderCode() {}

    /**
     * Returns the body of a method that reads an enum constant.
     *
     * @param name the name of the type in other names
     * @param method the method that reads the string form of a constant
     */
    static CodeBlock body(GeneratedMethods methods, Definition.EnumShape constants, String name, String method) {
        methods.enumChecks().checkFirst(constants, name);
        return CodeBlock.builder()
                .addStatement(
                        "$T constant = in.$L($N)",
                        String.class,
                        method,
                        methods.constants().enumNames(name, constants.jsonNames()))
                .beginControlFlow("if (constant == null)")
                .addStatement("return null")
                .endControlFlow()
                .add(choice(methods, constants, name, 0))
                .build();
    }

    /**
     * Returns a switch over the constants that begins with the constant at the given index. Constants that exceed the
     * maximum are in another method.
     */
    private static CodeBlock choice(GeneratedMethods methods, Definition.EnumShape constants, String name, int from) {
        List<Definition.Constant> all = constants.constants();
        int to = Math.min(from + MAX_CASES, all.size());
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (constant) {\n$>");
        for (Definition.Constant constant : all.subList(from, to)) {
            code.add(
                    "case $L -> $T.$L;\n",
                    StringLiteral.of(constant.jsonName()),
                    RuntimeClasses.of(constants.type()),
                    constant.javaName());
        }
        if (to == all.size()) {
            return code.add(DecoderMethods.UNREACHABLE, IllegalStateException.class, "unexpected constant ", "constant")
                    .build();
        }
        String rest = methods.need("find" + name + "From" + to, () -> rest(methods, constants, name, to));
        CodeBlock call =
                methods.hidden().returned(RuntimeClasses.of(constants.type()), CodeBlock.of("$L(constant)", rest));
        return code.add("default -> $L;\n$<};\n", call).build();
    }

    private static MethodSpec rest(GeneratedMethods methods, Definition.EnumShape constants, String name, int from) {
        return MethodSpec.methodBuilder("find" + name + "From" + from)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(methods.hidden().declared(RuntimeClasses.of(constants.type())))
                .addParameter(String.class, "constant")
                .addCode(choice(methods, constants, name, from))
                .build();
    }
}
