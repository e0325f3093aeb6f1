package dev.escapement.engine;

import dev.escapement.content.Content;
import dev.escapement.json.UpcastException;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A factory for the events with which child threads start, end, and return their results to their parents. Like {@link
 * EventFactory}, its methods are pure functions.
 *
 * <pre>{@code
 * for (DelegateStarted child : parent.state().delegates().values()) {
 *     store.append(Append.of(
 *             child.threadId(), 0, ChildEvents.started(loop, parent, child, Budget.UNLIMITED, Map.of(), Instant.now())));
 * }
 * }</pre>
 */
public final class ChildEvents {

    private ChildEvents() {}

    /**
     * Returns the first event of a child thread. The store appends it at position 0 of the thread {@link
     * DelegateStarted#threadId}; if that thread exists, then the child was created before.
     *
     * @param loop the agent of the parent
     * @param parent the parent thread
     * @param started the event of the parent
     * @param limits further limits of the child
     * @param versions the {@linkplain StepVersions versions} of the steps of the child's agent; empty if its loop is not
     *     known
     * @param at the time of the event
     * @return the event
     */
    public static Event.Started started(
            AgentLoop loop,
            AgentThread parent,
            DelegateStarted started,
            Budget limits,
            Map<String, StepVersion> versions,
            Instant at) {
        return started(parent, started, limits, versions, ChildThreads.maxDepth(loop, parent), at);
    }

    private static Event.Started started(
            AgentThread parent,
            DelegateStarted started,
            Budget limits,
            Map<String, StepVersion> versions,
            int maxDepth,
            Instant at) {
        ParentCall call = new ParentCall(parent.id(), started.callId(), ParentCall.pathOf(parent), maxDepth);
        return new Event.Started(
                at,
                started.agent(),
                started.start(),
                started.budget().narrowedBy(limits),
                Optional.of(call),
                versions,
                Optional.empty());
    }

    /**
     * Returns the events of a child thread that is cancelled before it was created.
     *
     * @param parent the parent thread
     * @param started the event of the parent
     * @param cancelled the end of the child
     * @return the start and the end of the child
     */
    public static List<Event> cancelled(AgentThread parent, DelegateStarted started, Event.Stopped cancelled) {
        int depth = ParentCall.pathOf(parent).size();
        return List.of(started(parent, started, Budget.UNLIMITED, Map.of(), depth, cancelled.at()), cancelled);
    }

    /**
     * Returns the event with which a parent thread records the end of a child.
     *
     * @param started the event of the parent
     * @param child the child, which has ended; null if its content was erased
     * @param at the time of the event
     * @return the event, which contains the result, or the failure in words for the model
     * @throws IllegalArgumentException if the child has not ended
     */
    public static DelegateEnded ended(DelegateStarted started, @Nullable AgentThread child, Instant at) {
        if (child == null) {
            String erased = ModelMessages.childErased(started.agent());
            return new DelegateEnded(at, started.callId(), false, erased, "", Usage.NONE, List.of(), started.joins());
        }
        Event.End end = child.end().orElseThrow(() -> new IllegalArgumentException("the child has not ended"));
        Usage usage = usage(child);
        if (end instanceof Event.Finished finished) {
            String tool = finished.callId().isEmpty()
                    ? ""
                    : child.call(finished.callId()).map(Call::tool).orElse("");
            List<Content.File> files = finished.files();
            return new DelegateEnded(
                    at, started.callId(), true, finished.result(), tool, usage, files, started.joins());
        }
        String failure = ModelMessages.childStopped(started.agent(), ((Event.Stopped) end).cause());
        return new DelegateEnded(at, started.callId(), false, failure, "", usage, List.of(), started.joins());
    }

    /** Returns the usage of a thread and of its children. The budgets of children that have not ended count as used. */
    private static Usage usage(AgentThread thread) {
        long output = 0;
        long cached = 0;
        for (Event event : thread.events()) {
            Usage usage = usage(event);
            output += Math.min(usage.outputTokens(), Long.MAX_VALUE - output);
            cached += Math.min(usage.cachedTokens(), Long.MAX_VALUE - cached);
        }
        long total = Math.max(thread.usage().tokens(), output);
        return new Usage(total - output, output, cached, thread.usage().cost());
    }

    private static Usage usage(Event event) {
        if (event instanceof Event.ModelReplied reply) {
            return reply.usage();
        }
        return event instanceof DelegateEnded ended ? ended.usage() : Usage.NONE;
    }

    /**
     * Returns the outcome of a {@link Command.JoinChild} command. If the current release of the agent does not have the
     * step or a join for it, then the outcome is the result of the child.
     *
     * @param loop the agent
     * @param thread the thread before the event
     * @param join the command
     * @return the outcome, to be recorded with {@link #joined}
     * @throws ChildResultException if the join of the current release does not apply to the child or to the call, so that
     *     the outcome is that of {@link #unread}
     * @throws Exception any exception of {@link AgentLoop#join}
     */
    public static Outcome join(AgentLoop loop, AgentThread thread, Command.JoinChild join) throws Exception {
        Call call = join.call();
        if (!ChildThreads.isKnown(loop, call.tool()) || !loop.joins(call.tool())) {
            return new Outcome.Returned(join.ended().result(), join.ended().files());
        }
        requireJoinable(loop, thread, join);
        return loop.join(call, join.ended().result());
    }

    private static void requireJoinable(AgentLoop loop, AgentThread thread, Command.JoinChild join) {
        Call call = join.call();
        String agent = loop.delegateAgent(call.tool());
        if (!agent.equals(join.started().agent())) {
            throw new ChildResultException(
                    ChildResultException.Reason.AGENT,
                    "The step of the tool " + call.tool() + " delegates to " + agent
                            + ", but the child thread of the call "
                            + call.id() + " belongs to " + join.started().agent()
                            + ". Restore the step, or keep it and add another one.",
                    null);
        }
        ReplyProgress reply = thread.state().reply();
        Instant selected = reply == null ? thread.last().at() : reply.at();
        UpcastException failed = thread.openCall(call.id())
                .flatMap(progress -> EventFactory.upcastFailure(loop, progress))
                .orElse(null);
        Optional<String> fault = CallCheck.fault(call, selected, loop.tools());
        if (failed != null || fault.isPresent()) {
            throw new ChildResultException(
                    ChildResultException.Reason.ARGUMENTS,
                    "The arguments of the call " + call.id() + " are not valid for the join of the tool " + call.tool()
                            + ". Convert them with an @Upcast method, or restore the type.",
                    failed);
        }
    }

    /**
     * Returns the outcome of a {@link Command.JoinChild} command whose join does not apply: a failure that contains the
     * result of the child. The model reads it before a call of the same reply can finish the thread. The effects of the
     * child have taken place, so that the model is instructed not to repeat them. The failure does not count towards the
     * limit of failures.
     *
     * @param join the command
     * @return the outcome, to be recorded with {@link #joined}
     */
    public static Outcome unread(Command.JoinChild join) {
        return new Outcome.Failed(
                ModelMessages.childUnread(join.started().agent(), join.ended().result()));
    }

    /**
     * Returns the event that records the outcome of a {@link Command.JoinChild} command. If the current release of the
     * agent does not have the step, its result has the default maximum length.
     *
     * @param loop the agent
     * @param thread the thread before the event
     * @param join the command
     * @param at the time of the event
     * @param took the working time
     * @param outcome the outcome of the join
     * @return the event
     */
    public static Event joined(
            AgentLoop loop, AgentThread thread, Command.JoinChild join, Instant at, Duration took, Outcome outcome) {
        String tool = join.call().tool();
        int maxLength = ChildThreads.isKnown(loop, tool) ? loop.maxResultLength(tool) : 0;
        return outcome.accept(new JoinEvents(thread, join, maxLength, at, took));
    }
}
