package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/**
 * A method in which the switch of another method continues, because one method could exceed the maximum size. It has
 * the parameters of the other method.
 *
 * @param signature the method in which the switch begins
 * @param name the name of the method in which it continues
 */
record SwitchContinuation(MethodSpec signature, String name) {

    /** Returns the call of the method. */
    CodeBlock call() {
        CodeBlock arguments = signature.parameters().stream()
                .map(parameter -> CodeBlock.of("$N", parameter))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$L($L)", name, arguments);
    }

    /** Returns the method without its body, as a private method with the given return type. */
    MethodSpec.Builder method(TypeName returned) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        if (signature.modifiers().contains(Modifier.STATIC)) {
            method.addModifiers(Modifier.STATIC);
        }
        return method.returns(returned).addParameters(signature.parameters()).addExceptions(signature.exceptions());
    }
}
