package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.GateModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;

/** A generator of the methods that call the gates of steps. */
final class GateCode {

    /** The maximum length of a question in the line of the call. */
    private static final int MAX_INLINE = 50;

    private final LoopContext loop;

    GateCode(LoopContext loop) {
        this.loop = loop;
    }

    /** Returns whether any step of the agent requires approval or has a gate. */
    boolean isNeeded() {
        return loop.agent().steps().stream().anyMatch(step -> isGated(loop.agent(), step));
    }

    /** Returns whether a step requires approval or has a gate. */
    static boolean isGated(AgentModel agent, StepModel step) {
        return step.approval().isPresent() || !agent.gatesBefore(step).isEmpty();
    }

    List<MethodSpec> review() {
        MethodSpec signature = LoopContext.overriding("review", RuntimeClasses.VERDICT)
                .addParameter(RuntimeClasses.CALL, "call")
                .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                .addException(Exception.class)
                .build();
        return new StepSwitch(loop, signature, "call.tool()")
                .methods(this::branch, CodeBlock.of("$T.proceed();\n", RuntimeClasses.VERDICT));
    }

    private CodeBlock branch(StepModel step) {
        List<GateModel> gates = loop.agent().gatesBefore(step);
        // If verdicts are equal, the first applies. The question of a gate is specific to the call, unlike that of
        // @Approval.
        List<CodeBlock> approval = step
                .approval()
                .map(always -> CodeBlock.of("$T.ask($L)", RuntimeClasses.VERDICT, argument(always.question())))
                .stream()
                .toList();
        if (gates.isEmpty()) {
            CodeBlock proceed = CodeBlock.of("$T.proceed()", RuntimeClasses.VERDICT);
            return CodeBlock.of("$L;\n", approval.isEmpty() ? proceed : approval.get(0));
        } else if (gates.size() == 1) {
            CodeBlock verdict = verdict(gates.get(0), step, argument(gates.get(0), LoopContext.arguments(step)));
            return approval.isEmpty()
                    ? CodeBlock.of("$L;\n", verdict)
                    : CodeBlock.of("$L;\n", strictest(List.of(verdict, approval.get(0))));
        }
        boolean isDecodedOnce = gates.stream().filter(gate -> !gate.takesCall()).count() > 1;
        CodeBlock decoded = isDecodedOnce ? CodeBlock.of("arguments") : LoopContext.arguments(step);
        List<CodeBlock> verdicts = new ArrayList<>();
        gates.forEach(gate -> verdicts.add(verdict(gate, step, argument(gate, decoded))));
        verdicts.addAll(approval);
        if (!isDecodedOnce) {
            return CodeBlock.of("$L;\n", strictest(verdicts));
        }
        return CodeBlock.of(
                "{\n$>$T arguments = $L;\nyield $L;\n$<}\n",
                RuntimeClasses.of(step.tool().type()),
                LoopContext.arguments(step),
                strictest(verdicts));
    }

    /** Returns a string as the only argument of a call, in lines of its own if it is long. */
    private static CodeBlock argument(String text) {
        CodeBlock literal = StringLiteral.of(text);
        return literal.toString().length() <= MAX_INLINE
                ? literal
                : CodeBlock.of("$>$>\n$[$L$]$<$<", StringLiteral.wrapped(text));
    }

    private static CodeBlock strictest(List<CodeBlock> verdicts) {
        return CodeBlock.of("$T.strictest(\n$>$>$L)$<$<", RuntimeClasses.VERDICT, CodeBlock.join(verdicts, ",\n"));
    }

    /** Returns the first argument of a gate. */
    private static CodeBlock argument(GateModel gate, CodeBlock decoded) {
        return gate.takesCall() ? CodeBlock.of("call") : decoded;
    }

    private CodeBlock verdict(GateModel gate, StepModel step, CodeBlock arguments) {
        JavaType tool = step.tool().type();
        boolean needsCast = gate.ambiguous().contains(tool) && !gate.parameter().equals(tool);
        CodeBlock cast = needsCast ? CodeBlock.of("($T) ", RuntimeClasses.of(gate.parameter())) : CodeBlock.of("");
        CodeBlock thread = CodeBlock.of(gate.takesThread() ? ",$Wthread" : "");
        return CodeBlock.of("$L.$L($L$L$L)", loop.field(gate.owner()), gate.method(), cast, arguments, thread);
    }
}
