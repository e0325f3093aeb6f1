package dev.escapement.loop;

import dev.escapement.Effect;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * An agent as the runner sees it. Generated for each {@link dev.escapement.Agent} as {@code <Name>Loop}; safe for use
 * by many threads if the agent is.
 */
public interface AgentLoop {

    /**
     * The agent's name.
     *
     * @return the simple name of its class
     */
    String agent();

    /**
     * The system prompt, as the agent's {@link dev.escapement.Prompt} method writes it.
     *
     * @return the prompt
     */
    String prompt();

    /**
     * The tools of the agent.
     *
     * @return one specification for each step, in the order of the steps
     */
    List<ToolSpec<?>> tools();

    /**
     * What running a step does to the world.
     *
     * @param call a call of one of the {@link #tools}
     * @return the effect
     * @throws IllegalArgumentException if it is none
     */
    Effect effect(Call call);

    /**
     * Whether a step ends the thread.
     *
     * @param call a call of one of the {@link #tools}
     * @return whether it does
     * @throws IllegalArgumentException if it is none
     */
    boolean finishes(Call call);

    /**
     * Decides what comes next. A pure function: the same events give the same command, always.
     *
     * @param thread what happened so far
     * @return what is to be done
     */
    Command next(AgentThread thread);

    /**
     * Runs the step of a call.
     *
     * @param call a call of one of the {@link #tools}, with arguments that decode
     * @param context what the step is told
     * @return what came of it
     * @throws Exception whatever the step throws and does not declare
     */
    Outcome run(Call call, StepContext context) throws Exception;
}
