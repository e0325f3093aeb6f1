package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.engine.Reducer;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A loop of an agent that delegates. A join is a function of the child's result. */
final class TeamLoop extends DelegatingLoop {

    /** A join method. */
    @FunctionalInterface
    interface Join {
        Outcome after(String result) throws Exception;
    }

    private final TestLoop loop;
    private final int depth;
    private final String child;
    private final @Nullable Join join;

    private TeamLoop(TestLoop loop, int depth, String child, @Nullable Join join) {
        super(loop);
        this.loop = loop;
        this.depth = depth;
        this.child = child;
        this.join = join;
    }

    /** Returns an agent whose prompt contains its name. Its steps delegate to an agent {@code Aide}. */
    static TeamLoop of(String agent, TestStep... steps) {
        Supplier<String> prompt = () -> "You are " + agent + ".";
        return new TeamLoop(TestLoop.of(steps).named(agent).prompting(prompt), 3, "Aide", null);
    }

    TeamLoop with(Policy policy) {
        return new TeamLoop(loop.with(policy), depth, child, join);
    }

    TeamLoop maxDepth(int maxDepth) {
        return new TeamLoop(loop, maxDepth, child, join);
    }

    TeamLoop joining(Join method) {
        return new TeamLoop(loop, depth, child, method);
    }

    /** Returns another release of the agent, whose steps delegate to another agent. */
    TeamLoop delegatingTo(String agent) {
        return new TeamLoop(loop, depth, agent, join);
    }

    /** Returns another release of the agent, without the step of a tool. */
    TeamLoop without(String tool) {
        TestStep[] rest = loop.steps().stream()
                .filter(step -> !step.tool().name().equals(tool))
                .toArray(TestStep[]::new);
        return new TeamLoop(
                new TestLoop(
                        loop.policy(),
                        loop.contextSources(),
                        loop.fetcher(),
                        loop.renderer(),
                        loop.prompter(),
                        loop.agent(),
                        Arrays.asList(rest)),
                depth,
                child,
                join);
    }

    @Override
    public Policy policy() {
        return loop.policy();
    }

    @Override
    public int maxDepth() {
        return depth;
    }

    /** {@inheritDoc} Throws an exception for an unknown tool, like a generated loop in which a step has a length. */
    @Override
    public int maxResultLength(String tool) {
        requireTool(tool);
        return 0;
    }

    @Override
    public String delegateAgent(String tool) {
        requireTool(tool);
        return child;
    }

    @Override
    public boolean joins(String tool) {
        requireTool(tool);
        return join != null;
    }

    private void requireTool(String tool) {
        if (ToolSpec.named(tool, loop.tools()).isEmpty()) {
            throw new IllegalArgumentException("unknown tool " + tool);
        }
    }

    @Override
    public Outcome join(Call call, String result) throws Exception {
        return join == null ? super.join(call, result) : join.after(result);
    }

    @Override
    public String replySchema(String tool) {
        return loop.replySchema(tool);
    }

    @Override
    public Decoded<?> readReply(String tool, String json, ReadOptions options) {
        return loop.readReply(tool, json, options);
    }

    @Override
    public Command next(AgentThread thread) {
        return Reducer.next(this, thread);
    }
}
