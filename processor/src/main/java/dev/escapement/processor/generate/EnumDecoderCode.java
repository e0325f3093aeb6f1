package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.Definition;
import javax.lang.model.element.Modifier;

/** A generator of the code that reads enum constants. */
final class EnumDecoderCode {

    private EnumDecoderCode() {}

    /**
     * Returns the body of a method that reads an enum constant.
     *
     * @param name the name of the type in other names
     * @param method the method that reads the string form of a constant
     */
    static CodeBlock body(GeneratedMethods methods, Definition.EnumShape constants, String name, String method) {
        methods.enumChecks().checkFirst(constants, name);
        ClassName type = RuntimeClasses.of(constants.type());
        MethodSpec signature = MethodSpec.methodBuilder("find" + name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "constant")
                .build();
        CodeBlock otherwise = CodeBlock.of("throw new $T(constant)", AssertionError.class);
        CodeBlock choice = new StringSwitch(methods, signature, "constant", otherwise)
                .body(constants.constants().stream()
                        .map(constant -> new StringSwitch.Case(
                                constant.jsonName(), CodeBlock.of("$T.$L", type, constant.javaName())))
                        .toList());
        return CodeBlock.builder()
                .addStatement(
                        "$T constant = in.$L($N)",
                        String.class,
                        method,
                        methods.constants().enumNames(name, constants.jsonNames()))
                .beginControlFlow("if (constant == null)")
                .addStatement("return null")
                .endControlFlow()
                .add(choice)
                .build();
    }
}
