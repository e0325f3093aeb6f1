package dev.escapement.testkit;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.json.JsonEncoder;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A step of a {@link ContractLoop}. Immutable.
 *
 * @param tool the tool, with the argument {@code text}
 * @param effect the effect of the step
 * @param flow the transition after the step
 * @param verdict returns the verdict of the gate; empty for a step without a gate
 * @param delegate the agent to which the step delegates; empty for other flows
 * @param body the implementation
 */
record ContractStep(
        ContractTool tool, Effect effect, Flow flow, Optional<Supplier<Verdict>> verdict, String delegate, Body body) {

    /** The implementation of a step. */
    @FunctionalInterface
    interface Body {
        Outcome run(String text, StepContext context) throws Exception;
    }

    static final JsonEncoder<String> STRING = JsonWriter::writeString;

    /** Returns a step that reads, and returns its argument. */
    static ContractStep named(String tool) {
        return new ContractStep(
                new ContractTool(tool),
                Effect.READ,
                Flow.RETURNS,
                Optional.empty(),
                "",
                (text, context) -> Outcome.returned(STRING, text));
    }

    String name() {
        return tool.name();
    }

    /** Returns a call of this step. */
    Call call(String id, String text) {
        return new Call(id, tool.name(), tool.encode(text));
    }

    ContractStep effect(Effect other) {
        return new ContractStep(tool, other, flow, verdict, delegate, body);
    }

    ContractStep gate(Verdict always) {
        return gate(() -> always);
    }

    ContractStep gate(Supplier<Verdict> other) {
        return new ContractStep(tool, effect, flow, Optional.of(other), delegate, body);
    }

    ContractStep body(Body other) {
        return new ContractStep(tool, effect, flow, verdict, delegate, other);
    }

    private ContractStep flow(Flow other, Body result) {
        return new ContractStep(tool, effect, other, verdict, delegate, result);
    }

    /** Returns a variant that selects a call of another step with the same argument. */
    ContractStep selects(ContractStep next) {
        return flow(Flow.SELECTS, (text, context) -> Outcome.selected(next.tool, text));
    }

    /** Returns a variant that pauses with its argument as the question, and waits for a text. */
    ContractStep pauses() {
        return flow(Flow.PAUSES, (text, context) -> new Outcome.Paused(text, ContractLoop.TEXT_SCHEMA));
    }

    /** Returns a variant that pauses in another way. */
    ContractStep pauses(Body pause) {
        return flow(Flow.PAUSES, pause);
    }

    /** Returns a variant that finishes with its argument. */
    ContractStep finishes() {
        return flow(Flow.FINISHES, (text, context) -> new Outcome.Finished(STRING.encode(text)));
    }

    /** Returns a variant that starts a thread of an agent with its argument as the text. */
    ContractStep delegates(ContractLoop to, boolean joins) {
        return delegates(to.agent(), (text, context) -> Outcome.delegated(to.agent(), start(to, text), joins));
    }

    /** Returns a variant that starts a thread of an agent in another way. */
    ContractStep delegates(String agent, Body start) {
        return new ContractStep(tool, effect, Flow.DELEGATES, verdict, agent, start);
    }

    /** Returns the start of a thread of an agent. */
    static DelegateStart<?> start(ContractLoop to, String text) {
        return new DelegateStart<>(to.agent(), Start.of(text), to.policy());
    }
}
