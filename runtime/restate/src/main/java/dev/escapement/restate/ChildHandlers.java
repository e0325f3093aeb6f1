package dev.escapement.restate;

import dev.escapement.restate.wire.AppendPlan;
import dev.escapement.restate.wire.AppendPlanCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.ChildEndedBody;
import dev.escapement.restate.wire.EndBody;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Advance;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The handlers {@code childEnded} of a parent and {@code end} of a child. */
final class ChildHandlers {

    private static final AppendPlan NONE = new AppendPlan(Status.DONE, Optional.empty(), List.of(), Optional.empty());

    private static final AppendPlan INVALID =
            new AppendPlan(Status.INVALID, Optional.empty(), List.of(), Optional.empty());

    private final ObjectContext context;

    ChildHandlers(ObjectContext context) {
        this.context = context;
    }

    /**
     * Records the end of a child, and executes the parent unless a request to execute it waits. If the child was erased or
     * deleted after its end, the parent records the end without the result.
     */
    AppendReply childEnded(ObjectJournal journal, ChildEndedBody body) {
        ObjectState state = new ObjectState(journal);
        Optional<ThreadRow> stored = state.row();
        if (stored.isEmpty() || stored.get().erased()) {
            return new AppendReply(Status.UNKNOWN, 0);
        }
        EventsReply child = new ThreadReader(journal, context.targets()).read(body.threadId());
        EventTexts parent = state.events(stored.get());
        AppendPlan plan = journal.runEncoded(
                "childEnded", AppendPlanCodec.INSTANCE, () -> ended(stored.get(), parent, body, child));
        plan.row().ifPresent(row -> {
            state.append(parent.size(), plan.events());
            state.set(row);
            if (plan.status() == Status.DONE
                    && !RowChanges.isPending(stored.get())) { // otherwise, the turns of all requests would alternate
                context.targets().wake(journal, row.standing(), row.updatedAt());
                if (RowChanges.isUnheard(row)) {
                    context.targets().announce(journal);
                }
            }
        });
        return new AppendReply(plan.status(), plan.row().orElse(stored.get()).size());
    }

    private EncodedResult<AppendPlan> ended(ThreadRow row, EventTexts texts, ChildEndedBody body, EventsReply reply) {
        try {
            AgentThread parent = texts.thread();
            AgentThread child = ThreadReader.thread(body.threadId(), reply);
            if (child != null && !child.hasEnded()) {
                return encoded(NONE); // it was deleted, and the parent has created it again
            }
            Optional<DelegateEnded> ended = context.driver().ended(parent, body.callId(), body.threadId(), child);
            return ended.isEmpty()
                    ? encoded(NONE)
                    : context.sizes().require(encoded(plan(row, parent, List.of(ended.get()))));
        } catch (RuntimeException e) {
            UnreadableThreads.log(
                    "The end of thread " + body.threadId() + " cannot be recorded. Correct the cause and resume thread "
                            + texts.threadId() + ".",
                    e);
            return encoded(unrecorded(row, texts.size()));
        }
    }

    private static EncodedResult<AppendPlan> encoded(AppendPlan plan) {
        return EncodedResult.of(AppendPlanCodec.INSTANCE, plan);
    }

    /** Parks a parent that waits, so that the index shows it. The next execution of another one requests the end again. */
    private static AppendPlan unrecorded(ThreadRow row, int size) {
        return RowChanges.isPending(row)
                ? INVALID
                : new AppendPlan(
                        Status.INVALID, Optional.of(RowChanges.parked(row, size)), List.of(), Optional.empty());
    }

    /** Ends a child for which its parent does not wait any more, and the children of the child. */
    AppendReply end(ObjectJournal journal, EndBody body) {
        ObjectState state = new ObjectState(journal);
        Optional<ThreadRow> stored = state.row();
        if (stored.isPresent() && stored.get().erased()) {
            return new AppendReply(Status.ERASED, stored.get().size());
        }
        EventTexts events = stored.map(state::events).orElseGet(() -> new EventTexts(journal.threadId(), List.of()));
        AppendPlan plan = journal.run("end", AppendPlanCodec.INSTANCE, () -> ending(stored, events, body));
        Optional<ThreadRow> row = plan.row().or(() -> stored);
        if (row.isEmpty() || plan.status() != Status.DONE) {
            return new AppendReply(plan.status(), events.size());
        }
        state.append(events.size(), plan.events());
        events.add(plan.events());
        plan.row().ifPresent(state::set);
        if (row.get().standing().phase() == Standing.Phase.RUNNABLE) {
            new JournaledDrive(context, journal, state, row.get(), events).run();
        }
        return new AppendReply(Status.DONE, events.size());
    }

    private AppendPlan ending(Optional<ThreadRow> row, EventTexts texts, EndBody body) {
        try {
            Optional<AgentThread> child = texts.size() == 0 ? Optional.empty() : Optional.of(texts.thread());
            List<Event> missing = new ArrayList<>();
            body.missing().forEach(text -> missing.add(EventTexts.event(body.threadId(), missing.size() + 1, text)));
            Event.Stopped stopped = (Event.Stopped) EventTexts.event(body.threadId(), texts.size() + 1, body.stopped());
            List<Event> events = context.driver()
                    .ending(child, new Advance.ChildEnd(body.threadId(), body.callId(), missing, stopped));
            if (events.isEmpty()) {
                return NONE;
            } else if (row.isPresent() && child.isPresent()) {
                return plan(row.get(), child.get(), events);
            }
            AgentThread thread = new AgentThread(body.threadId(), events);
            Standing standing = context.driver().standing(thread, Standing.RUNNABLE);
            ThreadRow created =
                    RowChanges.started(thread, standing, context.clock().instant());
            return new AppendPlan(Status.DONE, Optional.of(created), EventTexts.of(events), Optional.empty());
        } catch (RuntimeException e) {
            UnreadableThreads.log("Thread " + body.threadId() + " cannot be ended by its parent.", e);
            return INVALID;
        }
    }

    private AppendPlan plan(ThreadRow row, AgentThread before, List<? extends Event> events) {
        AgentThread thread = before;
        for (Event event : events) {
            thread = thread.with(event);
        }
        Instant now = context.clock().instant();
        Standing standing = context.driver().standing(thread, row.standing());
        ThreadRow next = RowChanges.appended(row, thread.events().size(), standing, now);
        return new AppendPlan(Status.DONE, Optional.of(next), EventTexts.of(events), Optional.empty());
    }
}
