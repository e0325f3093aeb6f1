package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import java.util.List;

/** A generator of the code that writes sealed interfaces. */
final class UnionEncoderCode {

    /** The maximum number of alternatives in one chain of if-statements. */
    private static final int MAX_CHAIN = 100;

    private final GeneratedMethods methods;
    private final EncoderMethods encoders;

    UnionEncoderCode(GeneratedMethods methods, EncoderMethods encoders) {
        this.methods = methods;
        this.encoders = encoders;
    }

    /** Returns the statements that write the parameter {@code value} of a sealed interface. */
    CodeBlock body(Definition.UnionShape union) {
        List<Definition.Branch> branches = union.branches();
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock nothing = CodeBlock.builder()
                .addStatement("throw $L", methods.unexpected(union.type(), "value"))
                .build();
        if (branches.isEmpty()) {
            return nothing; // javac reports the interface
        }
        // javac handles a chain of else-branches by recursion.
        boolean chained = branches.size() <= MAX_CHAIN;
        for (int i = 0; i < branches.size(); i++) {
            Definition.Branch branch = branches.get(i);
            TypeName type = JavaTypeNames.of(branch.record());
            String condition = "if (value instanceof $T branch)";
            if (i == 0 || !chained) {
                code.beginControlFlow(condition, type);
            } else {
                code.nextControlFlow("else " + condition, type);
            }
            code.addStatement("$L(out, branch)", method(union, branch));
            if (!chained) {
                code.addStatement("return").endControlFlow();
            }
        }
        if (!chained) {
            return code.add(nothing).build();
        }
        return code.nextControlFlow("else").add(nothing).endControlFlow().build();
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
