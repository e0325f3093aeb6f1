package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** A loop that forwards to another one. Tests override methods to observe calls or to fail. */
class DelegatingLoop implements AgentLoop {

    private final TestLoop loop;

    DelegatingLoop(TestLoop loop) {
        this.loop = loop;
    }

    @Override
    public String agent() {
        return loop.agent();
    }

    @Override
    public String prompt() {
        return loop.prompt();
    }

    @Override
    public List<ToolSpec<?>> tools() {
        return loop.tools();
    }

    @Override
    public Effect effect(String tool) {
        return loop.effect(tool);
    }

    @Override
    public Flow flow(String tool) {
        return loop.flow(tool);
    }

    @Override
    public boolean gated(String tool) {
        return loop.gated(tool);
    }

    @Override
    public int attempts(String tool) {
        return loop.attempts(tool);
    }

    @Override
    public Command next(AgentThread thread) {
        return loop.next(thread);
    }

    @Override
    public Verdict review(Call call, AgentThread thread) throws Exception {
        return loop.review(call, thread);
    }

    @Override
    public Outcome run(Call call, StepContext context) throws Exception {
        return loop.run(call, context);
    }
}
