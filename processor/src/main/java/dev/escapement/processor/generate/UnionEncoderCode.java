package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.escapement.processor.model.Definition;

/** A generator of the code that writes sealed interfaces. */
final class UnionEncoderCode {

    private final GeneratedMethods methods;
    private final EncoderMethods encoders;

    UnionEncoderCode(GeneratedMethods methods, EncoderMethods encoders) {
        this.methods = methods;
        this.encoders = encoders;
    }

    /** Returns the statements that write the parameter {@code value} of a sealed interface. */
    CodeBlock body(Definition.UnionShape union) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Definition.Branch branch : union.branches()) { // not a chain of else-branches, which javac nests
            code.beginControlFlow("if (value instanceof $T branch)", JavaTypeNames.of(branch.record()))
                    .addStatement("$L(out, branch)", method(union, branch))
                    .addStatement("return")
                    .endControlFlow();
        }
        return code.addStatement("throw $L", methods.unexpected(union.type(), "value"))
                .build();
    }

    /** Requests the method that writes a branch, and returns the name of the method. */
    private String method(Definition.UnionShape union, Definition.Branch branch) {
        String name = "write" + methods.names().of(union, branch);
        CodeBlock discriminator = CodeBlock.builder()
                .addStatement("out.name($L)", StringLiteral.of(union.discriminator()))
                .addStatement("out.writeString($L)", StringLiteral.of(branch.value()))
                .build();
        return methods.need(
                name,
                () -> encoders.method(
                        name,
                        JavaTypeNames.of(branch.record()),
                        encoders.record(branch.record(), discriminator, branch.constant())));
    }
}
