package dev.escapement.engine;

import dev.escapement.content.ContentStore;
import dev.escapement.model.Model;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The comparison of recorded threads with the current code of their agent. No step runs, and no request is sent.
 *
 * <pre>{@code
 * ReplayResult result = Replay.verify(loop, thread);
 * if (result instanceof ReplayResult.Divergence divergence) {
 *     System.out.println(divergence.index() + ": " + divergence.difference() + ", now " + divergence.command());
 * }
 * }</pre>
 *
 * <p>Each event that a driver records is compared with the command that {@link AgentLoop#next} returns for the events
 * before it. Decisions of people, expiries, ends of children, and outcomes that were recorded late are permitted where the
 * rules permit them. The results of steps, gates, context sources and the model are taken from the thread, and texts for
 * the model and for people are not compared.
 *
 * <p>The prompt, the messages and the offered tools are not recorded, only the hash of the request that a client sent,
 * which depends on the client and its settings. They are compared only with a model that {@linkplain
 * Model#requestSha256 computes} the hash.
 */
public final class Replay {

    private Replay() {}

    /**
     * Verifies a thread without comparing its requests to the model.
     *
     * @param loop the current code of the agent
     * @param thread the thread
     * @return the first divergence, if any
     * @throws DamagedThreadException if the events cannot follow each other
     * @throws IllegalArgumentException if the thread belongs to another agent
     */
    public static ReplayResult verify(AgentLoop loop, AgentThread thread) {
        return verify(loop, thread, request -> Set.of());
    }

    /**
     * Verifies a thread and the hashes of its requests to the model.
     *
     * @param loop the current code of the agent
     * @param thread the thread
     * @param model the model with the settings with which the thread was recorded
     * @param options the options of the runner
     * @param contents the store of the files in the thread
     * @return the first divergence, if any; a request is compared only if the model can compute its hash
     * @throws DamagedThreadException if the events cannot follow each other
     * @throws IllegalArgumentException if the thread belongs to another agent
     */
    public static ReplayResult verify(
            AgentLoop loop, AgentThread thread, Model model, RequestOptions options, ContentStore contents) {
        ReplayRequests.RequestSettings settings = new ReplayRequests.RequestSettings(model, options, contents);
        return verify(loop, thread, request -> model.requestSha256(settings.applied(request)));
    }

    /**
     * Returns the request to the model whose reply or failure a thread records, as the current code renders it from the
     * events before it. A reply records how many of these events its request did not contain; after a failed request,
     * all of them are used.
     *
     * @param loop the current code of the agent
     * @param thread the thread
     * @param position the position of an event {@link Event.ModelReplied} or {@link dev.escapement.thread.RequestFailed},
     *     counted from 0
     * @param model the model with the settings with which the thread was recorded
     * @param options the options of the runner
     * @param contents the store of the files in the thread
     * @return the request with its recorded and its current hashes
     * @throws IllegalArgumentException if the position is not in the thread, the event is of another type, or the thread
     *     belongs to another agent
     * @throws DamagedThreadException if the events up to the position cannot follow each other
     * @throws RequestRenderingException if the prompt or the context method of the agent fails, or the current code does
     *     not send a request at this position
     */
    public static RecordedRequest request(
            AgentLoop loop,
            AgentThread thread,
            int position,
            Model model,
            RequestOptions options,
            ContentStore contents) {
        requireAgent(loop, thread);
        ReplayRequests.RequestSettings settings = new ReplayRequests.RequestSettings(model, options, contents);
        return new RecordedRequests(loop, thread).at(position, settings);
    }

    private static void requireAgent(AgentLoop loop, AgentThread thread) {
        if (!loop.agent().equals(thread.agent())) {
            throw new IllegalArgumentException("The thread " + thread.id() + " belongs to the agent " + thread.agent()
                    + ", not to " + loop.agent() + ".");
        }
    }

    private static ReplayResult verify(AgentLoop loop, AgentThread thread, ReplayRequests.Hashes hashes) {
        requireAgent(loop, thread);
        List<Event> events = thread.events();
        ReplayCheck check = new ReplayCheck(
                loop, new AgentThread(thread.id(), events.subList(0, 1)), new ReplayRequests(loop, hashes));
        for (int i = 1; i < events.size(); i++) {
            AgentThread unused = requirePossible(check.thread(), events.get(i));
            Optional<ReplayResult.Divergence> divergence = check.add(events.get(i));
            if (divergence.isPresent()) {
                return divergence.get();
            }
        }
        return new ReplayResult.Verified(events.size(), check.requests());
    }

    /** Returns a thread with its next event, which must be able to follow. */
    static AgentThread requirePossible(AgentThread before, Event event) {
        int index = before.events().size();
        if (event.kind() == EventKind.STARTED) {
            throw new DamagedThreadException(before.id(), index, "starts the thread again.");
        }
        AgentThread after = before.with(event);
        Optional<String> broken = after.state().brokenBy();
        if (broken.isPresent()) {
            throw new DamagedThreadException(
                    before.id(),
                    index,
                    "concerns the call " + broken.get() + ", which is not a call of the last reply.");
        }
        return after;
    }

    /**
     * Returns the calls of a stored thread that the current code cannot complete, although earlier code accepted them:
     *
     * <ul>
     *   <li>a call that waits for an approval, whose gates passed, or whose step has started: the step was removed, or the
     *       arguments are not valid. A call whose approval is requested again, because a release changed the form of its
     *       arguments, is not stranded
     *   <li>a call that waits for a reply: the step does not pause, or replies to the question are not valid
     *   <li>a call that waits for a child thread: no step delegates to the child's agent, so that a runner of the agent and
     *       its delegates does not have the loop of the child. A worker that has this loop completes the call
     *   <li>the call that finished the thread: the step does not finish, or the current code cannot read its result
     * </ul>
     *
     * <p>Conversions by {@link dev.escapement.Upcast} methods are considered. The lock file reports each change that can
     * strand a thread in this sense. It compares schemas, and patterns as texts, so that it can also report a change whose
     * stored threads are not stranded.
     *
     * @param loop the current code of the agent
     * @param thread the thread
     * @return the calls in the order of the reply; empty if the thread can be continued or read
     */
    public static List<Call> stranded(AgentLoop loop, AgentThread thread) {
        return StrandedThreads.calls(loop, thread);
    }
}
