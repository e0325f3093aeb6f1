package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.json.Decoded;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * An agent as the runner sees it. Generated for each {@link dev.escapement.Agent} as {@code <Name>Loop}; safe for use
 * by many threads if the agent is.
 *
 * <p>Methods that take the name of a tool throw {@link IllegalArgumentException} if it is none of the {@link #tools}.
 */
public interface AgentLoop {

    /**
     * The agent's name.
     *
     * @return the simple name of its class
     */
    String agent();

    /**
     * What the agent says about its threads as a whole.
     *
     * @return limits, and what happens at them
     */
    default Policy policy() {
        return Policy.DEFAULT;
    }

    /**
     * The system prompt, as the agent's {@link dev.escapement.Prompt} method writes it.
     *
     * @return the prompt
     */
    String prompt();

    /**
     * What the model is shown of a thread.
     *
     * @param thread the thread
     * @param lastRequest whether this is the last request, at which only finishing tools are left
     * @return the default rendering, unless the agent has a {@link dev.escapement.Context} method
     */
    default List<Message> messages(AgentThread thread, boolean lastRequest) {
        return Rendering.messages(thread, lastRequest);
    }

    /**
     * The tools of the agent.
     *
     * @return one specification for each step, in the order of the steps
     */
    List<ToolSpec<?>> tools();

    /**
     * Whether the model may select a step.
     *
     * @param tool the tool of the step
     * @return whether it may; if not, only other steps can
     */
    default boolean offered(String tool) {
        return true;
    }

    /**
     * What running a step does to the world.
     *
     * @param tool the tool of the step
     * @return the effect
     */
    Effect effect(String tool);

    /**
     * What follows a step.
     *
     * @param tool the tool of the step
     * @return as the return type of its method says
     */
    Flow flow(String tool);

    /**
     * Whether a gate stands before a step.
     *
     * @param tool the tool of the step
     * @return whether {@link #review} has to be asked
     */
    default boolean gated(String tool) {
        return false;
    }

    /**
     * The context that is fetched for the model.
     *
     * @return the sources in the order in which they are fetched
     */
    default List<ContextSource> contextSources() {
        return List.of();
    }

    /**
     * Decides what comes next. A pure function: the same events give the same command, always.
     *
     * @param thread what happened so far
     * @return what is to be done
     */
    Command next(AgentThread thread);

    /**
     * Fetches context.
     *
     * @param source the name of one of the {@link #contextSources}
     * @param thread what happened so far
     * @return what came of it
     * @throws Exception whatever the agent's method throws and does not declare
     */
    default Outcome fetch(String source, AgentThread thread) throws Exception {
        throw new IllegalArgumentException("no context is named " + source);
    }

    /**
     * Asks the gates that stand before a step.
     *
     * @param call a call of one of the {@link #tools}, with arguments that decode
     * @param thread what happened so far
     * @return the strictest of their verdicts
     * @throws Exception whatever a gate throws
     */
    default Verdict review(Call call, AgentThread thread) throws Exception {
        return Verdict.proceed();
    }

    /**
     * DeskRunners the step of a call.
     *
     * @param call a call of one of the {@link #tools}, with arguments that decode
     * @param context what the step is told
     * @return what came of it
     * @throws Exception whatever the step throws and does not declare
     */
    Outcome run(Call call, StepContext context) throws Exception;

    /**
     * Reads the reply to a step that paused.
     *
     * @param tool the tool of the step
     * @param json the reply as JSON text
     * @return the reply, or what is wrong with it
     */
    default Decoded<?> readReply(String tool, String json) {
        throw new IllegalArgumentException("no step with the tool " + tool + " waits for a reply");
    }
}
