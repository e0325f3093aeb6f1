package dev.escapement.restate;

import dev.escapement.Effect;
import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceKind;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.CreateBody;
import dev.escapement.restate.wire.EndBody;
import dev.escapement.restate.wire.ParentCallBody;
import dev.escapement.run.Advance;
import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.ParentCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journal's form of the results of a thread's actions.
 *
 * @param thread the thread before the action
 * @param at the time of the result
 */
record AdvanceBodies(AgentThread thread, Instant at) implements Advance.Visitor<AdvanceBody> {

    @Override
    public AdvanceBody recorded(Advance.Recorded recorded) {
        boolean started = recorded.events().stream().anyMatch(event -> event.kind() == EventKind.STEP_STARTED);
        List<CreateBody> creates =
                recorded.children().stream().map(AdvanceBodies::create).toList();
        return new AdvanceBody(
                AdvanceKind.RECORDED,
                at,
                EventTexts.of(recorded.events()),
                recorded.standing(),
                started,
                recorded.events().stream().anyMatch(AdvanceBodies::isIrreversible),
                creates,
                List.of(),
                Optional.empty(),
                0,
                0);
    }

    @Override
    public AdvanceBody endChildren(Advance.EndChildren children) {
        List<EndBody> ends =
                children.children().stream().map(AdvanceBodies::end).toList();
        return new AdvanceBody(
                AdvanceKind.END_CHILDREN,
                at,
                List.of(),
                Standing.RUNNABLE,
                false,
                false,
                List.of(),
                ends,
                Optional.empty(),
                0,
                0);
    }

    @Override
    public AdvanceBody atRest(Advance.AtRest rest) {
        Optional<ParentCallBody> parent = thread.hasEnded() ? parent(thread) : Optional.empty();
        return withoutChildren(AdvanceKind.AT_REST, at, List.of(), rest.standing(), parent, 0);
    }

    @Override
    public AdvanceBody failed(Advance.Failed failed) {
        return failed(at, failed.failures(), failed.delay().map(at::plus));
    }

    /**
     * Returns a failed execution.
     *
     * @param next the time of the next execution; empty if the thread is parked
     */
    static AdvanceBody failed(Instant at, int failures, Optional<Instant> next) {
        Standing standing = new Standing(Standing.Phase.RUNNABLE, next, List.of());
        return withoutChildren(AdvanceKind.FAILED, at, List.of(), standing, Optional.empty(), failures);
    }

    /** Returns the result of an execution that another invocation continues. */
    static AdvanceBody handedOver(Instant at, Standing standing) {
        return withoutChildren(AdvanceKind.HANDED_OVER, at, List.of(), standing, Optional.empty(), 0);
    }

    /** Returns events that another action recorded. */
    static AdvanceBody events(Instant at, List<JsonText> events, Standing standing) {
        return withoutChildren(AdvanceKind.RECORDED, at, events, standing, Optional.empty(), 0);
    }

    /** Returns a result that starts no steps, and neither creates nor ends children. */
    private static AdvanceBody withoutChildren(
            AdvanceKind kind,
            Instant at,
            List<JsonText> events,
            Standing standing,
            Optional<ParentCallBody> parent,
            int failures) {
        return new AdvanceBody(kind, at, events, standing, false, false, List.of(), List.of(), parent, failures, 0);
    }

    private static boolean isIrreversible(Event event) {
        return event instanceof Event.StepStarted start && start.effect() == Effect.DESTRUCTIVE;
    }

    /** Returns the parent of a thread. */
    static Optional<ParentCallBody> parent(AgentThread thread) {
        return ParentCall.of(thread).map(call -> new ParentCallBody(call.threadId(), call.callId()));
    }

    /** Returns the request that creates a thread. */
    static CreateBody create(Append append) {
        return new CreateBody(
                append.threadId(),
                new AppendBody(append.position(), EventTexts.of(append.events()), append.standing()));
    }

    private static EndBody end(Advance.ChildEnd child) {
        return new EndBody(
                child.threadId(), child.callId(), EventTexts.of(child.missing()), EventTexts.of(child.stopped()));
    }
}
