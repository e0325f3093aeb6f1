package dev.escapement.engine;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Upcasts;
import dev.escapement.model.Message;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The executable form of an agent, for runners and engines. The processor generates an implementation named
 * {@code <Name>Loop} for each {@link dev.escapement.Agent}. Safe for concurrent use if the agent is.
 *
 * <pre>{@code
 * Event started = new Event.Started(Instant.now(), loop.agent(), "The lamp from order A-1042 arrived broken");
 * Command command = loop.next(new AgentThread("t1", List.of(started)));
 * }</pre>
 *
 * <p>Applications pass the loop to {@link dev.escapement.run.Runner#of}; engines call {@link #next} and execute the
 * command that it returns. Methods that take a tool name throw {@link IllegalArgumentException} if {@link #tools} does
 * not contain the tool. Those that return a schema or decode JSON also do so if the step has another flow.
 */
public interface AgentLoop {

    /**
     * Returns the name that identifies the agent in stored threads.
     *
     * @return the qualified name of its class, or the name that {@link dev.escapement.Agent#name} specifies
     */
    String agent();

    /**
     * Returns the settings that apply to entire threads.
     *
     * @return the default budget and the reactions to failures and to replies without calls
     */
    default Policy policy() {
        return Policy.DEFAULT;
    }

    /**
     * Returns the system prompt, which is the result of the agent's {@link dev.escapement.Prompt} method.
     *
     * @return the prompt
     */
    String prompt();

    /**
     * Returns the messages that the model receives for a thread.
     *
     * @param thread the thread
     * @param lastRequest whether this is the last request of the budget, which offers only finishing tools
     * @return the result of the agent's {@link dev.escapement.Context} method, or the default {@link Rendering}
     */
    default List<Message> messages(AgentThread thread, boolean lastRequest) {
        return Rendering.messages(thread, lastRequest);
    }

    /**
     * Returns the agent's tools.
     *
     * @return one specification for each step, in the order of the steps
     */
    List<ToolSpec<?>> tools();

    /**
     * Returns whether the model may select a step.
     *
     * @param tool the tool of the step
     * @return {@code false} if only other steps can select it
     */
    default boolean offered(String tool) {
        return true;
    }

    /**
     * Returns the effect of a step.
     *
     * @param tool the tool of the step
     * @return the effect
     */
    Effect effect(String tool);

    /**
     * Returns the maximum number of attempts of a step whose outcome is unknown.
     *
     * @param tool the tool of the step
     * @return the number that {@link dev.escapement.Step#attempts} specifies; 0 for the default of the effect
     */
    default int attempts(String tool) {
        return 0;
    }

    /**
     * Returns the maximum length of a step's result in the default rendering.
     *
     * @param tool the tool of the step
     * @return the length that {@link dev.escapement.Step#maxResultLength} specifies; 0 for the default
     */
    default int maxResultLength(String tool) {
        return 0;
    }

    /**
     * Returns the options of the requests for this agent.
     *
     * @return the options that {@link dev.escapement.ModelOptions} specifies on the class
     */
    default RequestOptions options() {
        return RequestOptions.NONE;
    }

    /**
     * Returns the options of the request that follows a result of a step. They override those of the agent.
     *
     * @param tool the tool of the step
     * @return the options that {@link dev.escapement.ModelOptions} specifies on the method
     */
    default RequestOptions options(String tool) {
        return RequestOptions.NONE;
    }

    /**
     * Returns the JSON Schema of the reply for which a step pauses.
     *
     * @param tool the tool of a step whose flow is {@link Flow#PAUSES}
     * @return the schema, equal to that of {@link Outcome.Paused}
     */
    default String replySchema(String tool) {
        throw doesNotHave("a step for the tool " + tool + " that waits for a reply.");
    }

    /**
     * Returns the JSON Schema of the result with which a step finishes the thread.
     *
     * @param tool the tool of a step whose flow is {@link Flow#FINISHES}
     * @return the schema
     */
    default String resultSchema(String tool) {
        throw ThreadResults.doesNotFinish(this, tool);
    }

    /**
     * Returns a hash of the schema of the reply or the result of a step, without its descriptions. Threads contain it.
     * Generated loops return a constant; by default, the hash is computed at each call.
     *
     * @param tool the tool of the step
     * @return the result of {@link Upcasts#fingerprint} for {@link #replySchema} if the flow of the step is {@link
     *     Flow#PAUSES}, or for {@link #resultSchema} if it is {@link Flow#FINISHES}; empty for other flows, or if a
     *     hand-written loop does not have a JSON Schema
     */
    default String resultFingerprint(String tool) {
        return StepVersions.resultFingerprint(this, tool);
    }

    /**
     * Returns the conversions of replies and results from earlier forms to the current form.
     *
     * @param tool the tool of a step whose flow is {@link Flow#PAUSES}, {@link Flow#FINISHES} or {@link Flow#DELEGATES}
     * @return the {@link dev.escapement.Upcast} methods of the reply, the result or the result of the child
     */
    default Upcasts upcasts(String tool) {
        return Upcasts.NONE;
    }

    /**
     * Returns the name of the agent whose thread a step starts.
     *
     * @param tool the tool of a step whose flow is {@link Flow#DELEGATES}
     * @return the name of the child's agent
     */
    default String delegateAgent(String tool) {
        throw doesNotHave("a step for the tool " + tool + " that delegates.");
    }

    /**
     * Returns whether a {@link dev.escapement.Join} method continues a step that delegates.
     *
     * @param tool the tool of the step
     * @return {@code true} if {@link #join} must be called after the child of {@link #delegateAgent} has finished
     */
    default boolean joins(String tool) {
        return false;
    }

    /**
     * Determines what follows the result of a child thread. A hand-written loop decodes the result with {@link
     * ThreadResults#ofChild}: the model receives the result only after its exception, not after another one.
     *
     * @param call the call whose step delegated, with valid arguments
     * @param result the result of the child as JSON text; an earlier release of the child may have recorded it
     * @return a {@link Outcome.Selected}, {@link Outcome.Returned} or {@link Outcome.Failed} outcome
     * @throws Exception {@link ChildResultException} if the result is not valid, or that of the agent's method
     */
    default Outcome join(Call call, String result) throws Exception {
        throw doesNotHave("a @Join method for the tool " + call.tool() + ".");
    }

    /**
     * Returns the maximum length of the path of agents below a thread of this agent.
     *
     * @return the number that {@link dev.escapement.Agent#maxDepth} specifies; 3 by default
     */
    default int maxDepth() {
        return 3;
    }

    /**
     * Returns the kind of transition that follows a step.
     *
     * @param tool the tool of the step
     * @return the flow, determined by the return type of the step's method
     */
    Flow flow(String tool);

    /**
     * Returns whether the method of a step is {@code void}.
     *
     * @param tool the tool of the step
     * @return {@code true} if the result of the step is always empty
     */
    default boolean returnsNothing(String tool) {
        return false;
    }

    /**
     * Returns whether a step has a gate.
     *
     * @param tool the tool of the step
     * @return {@code true} if {@link #review} must be called before the step runs
     */
    default boolean gated(String tool) {
        return false;
    }

    /**
     * Returns the sources of context for the model.
     *
     * @return the sources in the order in which they are fetched
     */
    default List<ContextSource> contextSources() {
        return List.of();
    }

    /**
     * Returns the triggers that start a thread with an external event.
     *
     * @return the triggers without a schedule, in the order of their methods; those with a schedule are in
     *     {@link #schedules}
     */
    default List<TriggerSpec> triggers() {
        return List.of();
    }

    /**
     * Returns the start of a thread for an event whose payload is JSON text, such as the body of an HTTP request. The
     * payload is decoded without leniency, and times that must be past or future are compared with the system clock.
     * Files to which the payload refers are not looked up: reject them unless the sender of the payload may read all
     * files. An exception of the trigger's method is passed to the caller.
     *
     * @param trigger the name of one of the {@link #triggers}
     * @param json the payload as JSON text; any string
     * @return the start, with the text that the trigger's method returned, and the repairs of the payload; or the
     *     violations of the payload
     * @throws IllegalArgumentException if {@link #triggers} does not contain the trigger
     */
    default Decoded<Start> start(String trigger, String json) {
        throw doesNotHave("a trigger " + trigger + " for events. Use one of triggers().");
    }

    /**
     * Returns the schedules of the agent's triggers.
     *
     * @return the schedules, in the order of the triggers
     */
    default List<Schedule> schedules() {
        return List.of();
    }

    /**
     * Returns the start of a thread for a tick of a scheduled trigger.
     *
     * @param trigger the name of a trigger in {@link #schedules}
     * @param tick the time of the tick
     * @return the start, with the text that the trigger's method returned
     * @throws IllegalArgumentException if the trigger has no schedule
     */
    default Start scheduled(String trigger, Instant tick) {
        throw doesNotHave("a trigger " + trigger + " with a schedule. Use one of schedules().");
    }

    /**
     * Returns the control flow of the agent as a graph, with the nodes and edges of the diagram that the processor
     * writes as a Mermaid flowchart.
     *
     * <p>Each node has an {@code id}, a {@code kind} and a {@code label}, whose lines are separated by line breaks. The
     * kinds are {@code start}, {@code trigger}, {@code context}, {@code model}, {@code gate}, {@code step}, {@code
     * person}, {@code delegate} and {@code finish}. Nodes that belong to a step have its {@code tool}; the step itself has
     * its {@code effect}, and a person the {@code question}: {@code APPROVAL}, {@code REPLY} or {@code MESSAGE}. The
     * label of a trigger or a context is the name in events. An edge leads {@code from} a node {@code to} another one,
     * and may have a {@code label}; the {@code kind} of a transition by code, without a request to the model, is
     * {@code code}.
     *
     * @return a JSON object with the arrays {@code nodes} and {@code edges}; both are empty by default
     */
    default String graph() {
        return "{\"nodes\":[],\"edges\":[]}";
    }

    /**
     * Returns the next command for a thread. This is a pure function: the same events always result in the same
     * command.
     *
     * @param thread the thread
     * @return the next command
     */
    Command next(AgentThread thread);

    /**
     * Fetches context from a source.
     *
     * @param source the name of one of the {@link #contextSources}
     * @param thread the thread
     * @return the context, or the failure if the agent's method threw a declared exception
     * @throws Exception any exception that the agent's method throws without declaring it
     */
    default Outcome fetch(String source, AgentThread thread) throws Exception {
        throw doesNotHave("a context source " + source + ". Use one of contextSources().");
    }

    /**
     * Evaluates the gates of the step that a call selects.
     *
     * @param call a call to one of the {@link #tools}, with valid arguments
     * @param thread the thread
     * @return the strictest verdict of all gates of the step
     * @throws Exception any exception that a gate throws
     */
    default Verdict review(Call call, AgentThread thread) throws Exception {
        return Verdict.proceed();
    }

    /**
     * Runs the step that a call selects.
     *
     * @param call a call to one of the {@link #tools}, with valid arguments
     * @param context the ids and the idempotency key of this run
     * @return the outcome of the step
     * @throws Exception any exception that the step throws without declaring it
     */
    Outcome run(Call call, StepContext context) throws Exception;

    /**
     * Decodes a person's reply to a paused step. Times that must be past or future are compared with the system clock.
     *
     * @param tool the tool of the step
     * @param json the reply as JSON text
     * @return the reply, or its violations
     */
    default Decoded<?> readReply(String tool, String json) {
        return readReply(tool, json, new ReadOptions(Set.of()));
    }

    /**
     * Decodes a person's reply to a paused step.
     *
     * @param tool the tool of the step
     * @param json the reply as JSON text
     * @param options the clock with which times are compared, and the receiver of defects
     * @return the reply, or its violations
     */
    default Decoded<?> readReply(String tool, String json, ReadOptions options) {
        throw doesNotHave("a step for the tool " + tool + " that waits for a reply.");
    }

    /**
     * Decodes the result of a thread. Times that must be past or future are not compared with the clock.
     *
     * @param tool the tool of a step whose flow is {@link Flow#FINISHES}
     * @param json the result as JSON text, in the form of {@link #resultSchema}
     * @return the result, or its violations; by default, for hand-written loops, the text as it is
     */
    default Decoded<?> readResult(String tool, String json) {
        return ThreadResults.undecoded(this, tool, json);
    }

    private IllegalArgumentException doesNotHave(String member) {
        return new IllegalArgumentException("The agent " + agent() + " does not have " + member);
    }
}
