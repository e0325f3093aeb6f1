package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;

/**
 * A generator of method bodies that consist of a switch over strings. A switch that could exceed the maximum size of a
 * method, which has 64 KiB of code, continues in another method.
 */
final class StringSwitch {

    /** The maximum number of cases in one method. A case needs 35 to 60 bytes. */
    private static final int MAX_CASES = 500;

    private final GeneratedMethods methods;
    private final MethodSpec signature;
    private final String variable;
    private final CodeBlock otherwise;

    /**
     * A case of a switch.
     *
     * @param value the string
     * @param result the expression of its result
     */
    record Case(String value, CodeBlock result) {}

    /**
     * Creates a generator for one method.
     *
     * @param signature the signature of the methods in which the switch continues, whose names begin with that of the
     *     signature
     * @param variable the parameter over which to switch
     * @param otherwise the statement for other strings, which have been excluded before
     */
    StringSwitch(GeneratedMethods methods, MethodSpec signature, String variable, CodeBlock otherwise) {
        this.methods = methods;
        this.signature = signature;
        this.variable = variable;
        this.otherwise = otherwise;
    }

    /** Returns the body of the method. */
    CodeBlock body(List<Case> cases) {
        return part(cases, 0);
    }

    private CodeBlock part(List<Case> cases, int from) {
        int to = Math.min(from + MAX_CASES, cases.size());
        CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L) {\n$>", variable);
        for (Case each : cases.subList(from, to)) {
            code.add("case $L -> $L;\n", StringLiteral.of(each.value()), each.result());
        }
        CodeBlock last = to == cases.size() ? otherwise : CodeBlock.of("$L", continuation(cases, to));
        return code.add("default -> $L;\n$<};\n", last).build();
    }

    /** Requests the method for the cases from an index on, and returns a call of the method. */
    private CodeBlock continuation(List<Case> cases, int from) {
        SwitchContinuation next = new SwitchContinuation(signature, signature.name() + "From" + from);
        methods.need(
                next.name(),
                () -> next.method(methods.hidden().declared(signature.returnType()))
                        .addCode(part(cases, from))
                        .build());
        return methods.hidden().returned(signature.returnType(), next.call());
    }
}
