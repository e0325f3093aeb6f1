package dev.escapement.engine;

import dev.escapement.content.ContentStore;
import dev.escapement.model.Model;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return verify(
                loop,
                thread,
                request -> model.requestSha256(new ModelRequest(
                        request.prompt(),
                        request.messages(),
                        request.tools(),
                        request.choice(),
                        request.options().or(options),
                        contents)));
    }

    private static ReplayResult verify(AgentLoop loop, AgentThread thread, ReplayRequests.Hashes hashes) {
        if (!loop.agent().equals(thread.agent())) {
            throw new IllegalArgumentException("The thread " + thread.id() + " belongs to the agent " + thread.agent()
                    + ", not to " + loop.agent() + ".");
        }
        List<Event> events = thread.events();
        ReplayCheck check = new ReplayCheck(
                loop, new AgentThread(thread.id(), events.subList(0, 1)), new ReplayRequests(loop, hashes));
        for (int i = 1; i < events.size(); i++) {
            requirePossible(thread.id(), check.thread(), events.get(i), i);
            Optional<ReplayResult.Divergence> divergence = check.add(events.get(i));
            if (divergence.isPresent()) {
                return divergence.get();
            }
        }
        return new ReplayResult.Verified(events.size(), check.requests());
    }

    private static void requirePossible(String id, AgentThread before, Event event, int index) {
        if (event.kind() == EventKind.STARTED) {
            throw new DamagedThreadException(id, index, "starts the thread again.");
        }
        Optional<String> broken = before.with(event).state().brokenBy();
        if (broken.isPresent()) {
            throw new DamagedThreadException(
                    id, index, "concerns the call " + broken.get() + ", which is not a call of the last reply.");
        }
    }

    /**
     * Returns the calls whose open question the current code neither asks in the recorded form nor asks again, so that the
     * thread cannot continue with an answer to it. The step was removed, its arguments are no longer valid or have another
     * canonical form that no {@link dev.escapement.Upcast} method explains, or its reply has another schema.
     *
     * @param loop the current code of the agent
     * @param thread the thread
     * @return the calls in the order of the reply; empty if the thread has ended or does not wait for a call
     */
    public static List<Call> stranded(AgentLoop loop, AgentThread thread) {
        ReplyProgress reply = thread.state().reply();
        List<Call> stranded = new ArrayList<>();
        if (reply == null || thread.hasEnded()) {
            return stranded;
        }
        List<Command.AwaitForCall> asked = Reducer.questions(loop, thread);
        for (CallProgress call : reply.calls()) {
            Command.AwaitForCall.Kind kind = recordedQuestion(call);
            if (kind != null
                    && !(new OpenCall(loop, thread, reply, call).correction() instanceof Command.ReopenApproval)
                    && asked.stream()
                            .noneMatch(question -> question.kind() == kind
                                    && question.call()
                                            .id()
                                            .equals(call.selected().id()))) {
                stranded.add(call.selected());
            }
        }
        return stranded;
    }

    /** Returns the kind of the question about a call that is open according to the events alone, or null. */
    private static Command.AwaitForCall.@Nullable Kind recordedQuestion(CallProgress call) {
        if (call.answered()) {
            return null;
        } else if (call.delegate() != null) {
            return call.delegateEnded() == null ? Command.AwaitForCall.Kind.CHILD : null;
        } else if (call.question() != null) {
            return Command.AwaitForCall.Kind.REPLY;
        }
        return call.asked() != null && call.approved() == null ? Command.AwaitForCall.Kind.APPROVAL : null;
    }
}
