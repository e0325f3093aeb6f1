package dev.escapement.testkit;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.engine.Reducer;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the contract of drivers, with the default rendering.
 *
 * @param agent the name of the agent
 * @param policy its settings
 * @param prompter returns the prompt
 * @param context returns the context that is fetched before the first request; empty for an agent without context
 * @param join determines what follows the end of each child; empty if the agent does not join its children
 * @param steps the steps
 */
record ContractLoop(
        String agent,
        Policy policy,
        Supplier<String> prompter,
        Optional<Callable<Outcome>> context,
        Optional<ChildJoin> join,
        List<ContractStep> steps)
        implements AgentLoop {

    /** The join of a child thread, with the call that started it and the result as JSON text. */
    @FunctionalInterface
    interface ChildJoin {
        Outcome after(Call call, String result) throws Exception;
    }

    static final String TEXT_SCHEMA = "{\"type\":\"string\"}";

    private static final JsonCodec<String> STRING = new JsonCodec<>() {
        @Override
        public @Nullable String read(JsonReader in) {
            return in.readString();
        }

        @Override
        public void write(JsonWriter out, String value) {
            out.writeString(value);
        }
    };

    private static final Policy UNLIMITED = new Policy(Budget.UNLIMITED, 3, OnFailures.STOP, OnText.WAIT);

    /** Returns an agent whose prompt is its name, without a budget. */
    static ContractLoop of(String agent, ContractStep... steps) {
        return new ContractLoop(agent, UNLIMITED, () -> agent, Optional.empty(), Optional.empty(), List.of(steps));
    }

    ContractLoop with(Policy other) {
        return new ContractLoop(agent, other, prompter, context, join, steps);
    }

    ContractLoop with(Budget budget) {
        return with(new Policy(budget, policy.maxConsecutiveFailures(), policy.onFailures(), policy.onText()));
    }

    ContractLoop prompting(Supplier<String> other) {
        return new ContractLoop(agent, policy, other, context, join, steps);
    }

    /** Returns a variant in which each result of a child selects a step. */
    ContractLoop joining(ContractStep next) {
        return joining((call, result) ->
                Outcome.selected(next.tool(), STRING.decode(result).fold(Decoded.Accepted::value, rejected -> result)));
    }

    /** Returns a variant that joins its children in another way. */
    ContractLoop joining(ChildJoin other) {
        return new ContractLoop(agent, policy, prompter, context, Optional.of(other), steps);
    }

    /** Returns a variant that fetches context. */
    ContractLoop fetching(Callable<Outcome> fetch) {
        return new ContractLoop(agent, policy, prompter, Optional.of(fetch), join, steps);
    }

    private ContractStep step(String tool) {
        return steps.stream()
                .filter(step -> step.name().equals(tool))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The agent does not have a tool " + tool + "."));
    }

    @Override
    public String prompt() {
        return prompter.get();
    }

    @Override
    public List<ToolSpec<?>> tools() {
        return steps.stream().<ToolSpec<?>>map(ContractStep::tool).toList();
    }

    @Override
    public Effect effect(String tool) {
        return step(tool).effect();
    }

    @Override
    public Flow flow(String tool) {
        return step(tool).flow();
    }

    @Override
    public String replySchema(String tool) {
        return TEXT_SCHEMA;
    }

    @Override
    public String resultSchema(String tool) {
        return TEXT_SCHEMA;
    }

    @Override
    public String delegateAgent(String tool) {
        return step(tool).delegate();
    }

    @Override
    public boolean joins(String tool) {
        return join.isPresent();
    }

    @Override
    public Outcome join(Call call, String result) throws Exception {
        return join.orElseThrow().after(call, result);
    }

    @Override
    public boolean gated(String tool) {
        return step(tool).verdict().isPresent();
    }

    @Override
    public Verdict review(Call call, AgentThread thread) {
        return step(call.tool()).verdict().map(Supplier::get).orElseGet(Verdict::proceed);
    }

    @Override
    public List<ContextSource> contextSources() {
        return context.map(unused -> List.of(new ContextSource("stock", Prefetch.When.START)))
                .orElseGet(List::of);
    }

    @Override
    public Outcome fetch(String source, AgentThread thread) throws Exception {
        return context.orElseThrow().call();
    }

    @Override
    public Outcome run(Call call, StepContext context) throws Exception {
        ContractStep step = step(call.tool());
        return step.body().run(step.tool().arguments(call), context);
    }

    @Override
    public Decoded<?> readReply(String tool, String json, ReadOptions options) {
        return STRING.decode(json, options);
    }

    @Override
    public Decoded<?> readResult(String tool, String json) {
        return STRING.decode(json);
    }

    @Override
    public Command next(AgentThread thread) {
        return Reducer.next(this, thread);
    }
}
