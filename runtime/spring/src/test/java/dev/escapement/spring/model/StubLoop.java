package dev.escapement.spring.model;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** A loop without tools, which never runs. */
class StubLoop implements AgentLoop {

    private final String agent;

    StubLoop(String agent) {
        this.agent = agent;
    }

    @Override
    public String agent() {
        return agent;
    }

    @Override
    public String prompt() {
        return "";
    }

    @Override
    public List<ToolSpec<?>> tools() {
        return List.of();
    }

    @Override
    public Effect effect(String tool) {
        throw new IllegalArgumentException(tool);
    }

    @Override
    public Flow flow(String tool) {
        throw new IllegalArgumentException(tool);
    }

    @Override
    public Command next(AgentThread thread) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome run(Call call, StepContext context) {
        throw new IllegalArgumentException(call.tool());
    }
}
