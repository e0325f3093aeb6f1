package dev.escapement.run;

import dev.escapement.engine.RecordedRequest;
import dev.escapement.engine.ReplayResult;
import dev.escapement.thread.AgentThread;
import java.util.List;

/** The operations of a {@link Runner} on the recorded events of its threads. */
interface ThreadHistory {

    /** {@return the name of the agent whose threads this runner starts, as in stored threads} */
    String agent();

    /** {@return the names of all agents whose threads this runner executes, first {@link #agent}} */
    default List<String> agents() {
        return List.of(agent());
    }

    /** {@return the thread with a given id in its current state, without executing it} */
    AgentThread thread(String id);

    /**
     * Verifies a thread as {@link dev.escapement.engine.Replay#verify} does, with the model and the options of the runner.
     * Interceptors are not called, so a request that an interceptor changes has another hash.
     *
     * @param id the id of the thread
     * @return the first divergence of the thread from the current code of the agent, if any
     * @throws UnknownThreadException if the store does not contain the thread
     * @throws WrongAgentException if the thread belongs to another agent
     * @throws dev.escapement.engine.DamagedThreadException if the events of the thread cannot follow each other
     */
    ReplayResult verify(String id);

    /**
     * Returns a recorded request to the model as {@link dev.escapement.engine.Replay#request} does, with the model and the
     * options of the runner. Interceptors are not called.
     *
     * @param id the id of the thread
     * @param position the position of the reply or of the failed request in the events, counted from 0
     * @return the request as the current code renders it, with its recorded and its current hashes
     * @throws IllegalArgumentException if the position is not in the thread, or the event is of another type
     * @throws UnknownThreadException if the store does not contain the thread
     * @throws WrongAgentException if the thread belongs to another agent
     * @throws dev.escapement.engine.DamagedThreadException if the events of the thread cannot follow each other
     * @throws dev.escapement.engine.RequestRenderingException if the prompt or the context method of the agent fails, or
     *     the current code does not send a request at this position
     */
    RecordedRequest request(String id, int position);

    /**
     * Continues a copy of a thread as {@link #fork(String, int, String)} does, with a new id.
     *
     * @param id the id of the original thread, which does not change
     * @param position the number of events to copy, from 1 to the number of events of the thread
     * @return the copy at the end of the run
     */
    AgentThread fork(String id, int position);

    /**
     * Stores a copy of the first events of a thread and continues it, for example to try another decision. The {@linkplain
     * dev.escapement.thread.Event.Started#origin() start} of the copy contains its origin.
     *
     * <ul>
     *   <li>Recorded steps do not run again. A step that has started, but whose outcome is not among the copied events, has
     *       an unknown outcome as after a crash. If it runs again, it receives its recorded idempotency key, because the
     *       effect of its earlier attempt belongs to the copy as well.
     *   <li>Steps that start later receive keys with the id of the copy, so that other systems do not take them for the
     *       steps of the original.
     *   <li>Questions that are open at the position are open in the copy. Those whose deadline has passed expire.
     *   <li>A child thread that has not ended at the position is started anew as a child of the copy. A copy of a child
     *       does not have a parent.
     * </ul>
     *
     * @param id the id of the original thread, which does not change
     * @param position the number of events to copy, from 1 to the number of events of the thread
     * @param newId the id of the copy, not empty
     * @return the copy at the end of the run
     * @throws IllegalArgumentException if the position is not in the thread, or the ids are equal
     * @throws ThreadExistsException if a thread with the id of the copy exists
     * @throws UnknownThreadException if the store does not contain the thread
     * @throws WrongAgentException if the thread belongs to another agent
     */
    AgentThread fork(String id, int position, String newId);
}
