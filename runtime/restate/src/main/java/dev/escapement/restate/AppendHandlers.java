package dev.escapement.restate;

import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendPlan;
import dev.escapement.restate.wire.AppendPlanCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The handlers {@code append} and {@code create}. */
final class AppendHandlers {

    /** The time in which the sender of an append that came too late can repeat it. */
    private static final Duration TURN_DELAY = Duration.ofMillis(200);

    private final ObjectContext context;

    AppendHandlers(ObjectContext context) {
        this.context = context;
    }

    /** Appends the events of a runner or an inbox, and executes the thread. */
    AppendReply append(ObjectJournal journal, AppendBody body) {
        ObjectState state = new ObjectState(journal);
        Optional<ThreadRow> stored = state.row();
        if (stored.isEmpty()) {
            return start(journal, state, body);
        }
        ThreadRow row = stored.get();
        if (row.erased()) {
            return new AppendReply(Status.ERASED, row.size());
        }
        int size = state.size(row);
        if (size != body.position()) {
            delayTurn(journal, state, row, size);
            return new AppendReply(Status.CONFLICT, size);
        }
        int appended = size + body.events().size();
        AppendPlan plan = journal.run("append", AppendPlanCodec.INSTANCE, () -> {
            ThreadRow next = RowChanges.appended(
                    row, appended, body.standing(), context.clock().instant());
            return new AppendPlan(Status.DONE, Optional.of(next), List.of(), Optional.empty());
        });
        return appended(journal, state, body, plan);
    }

    /**
     * Delays the next turn of an execution. An execution appends events until its turn ends, so that a decision which waited
     * for that always comes too late; the delay lets its sender repeat it before the next turn.
     */
    private void delayTurn(ObjectJournal journal, ObjectState state, ThreadRow row, int size) {
        if (!RowChanges.isPending(row)) {
            return;
        }
        Standing standing = row.standing();
        AppendPlan plan = journal.run("turn", AppendPlanCodec.INSTANCE, () -> {
            Instant due = context.clock().instant().plus(TURN_DELAY);
            Standing delayed = new Standing(standing.phase(), Optional.of(due), standing.questions());
            return new AppendPlan(
                    Status.CONFLICT, Optional.of(RowChanges.delayed(row, size, delayed)), List.of(), Optional.empty());
        });
        plan.row().ifPresent(delayed -> {
            state.set(delayed);
            context.targets().wake(journal, delayed.standing(), TURN_DELAY);
        });
    }

    private AppendReply start(ObjectJournal journal, ObjectState state, AppendBody body) {
        if (body.position() != 0) {
            return new AppendReply(Status.CONFLICT, 0);
        } else if (body.events().isEmpty()) {
            return new AppendReply(Status.UNKNOWN, 0);
        }
        String id = journal.threadId();
        AppendPlan plan = journal.run("start", AppendPlanCodec.INSTANCE, () -> started(id, body));
        return appended(journal, state, body, plan);
    }

    private AppendPlan started(String id, AppendBody body) {
        try {
            AgentThread thread = new EventTexts(id, body.events()).thread();
            Instant now = context.clock().instant();
            ThreadRow row = RowChanges.started(thread, body.standing(), now);
            return new AppendPlan(Status.DONE, Optional.of(row), List.of(), Optional.empty());
        } catch (RuntimeException e) {
            UnreadableThreads.log("A thread cannot start with the events of a request.", e);
            return new AppendPlan(Status.INVALID, Optional.empty(), List.of(), Optional.empty());
        }
    }

    private AppendReply appended(ObjectJournal journal, ObjectState state, AppendBody body, AppendPlan plan) {
        if (plan.row().isEmpty()) {
            return new AppendReply(plan.status(), 0);
        }
        ThreadRow row = plan.row().get();
        state.append(body.position(), body.events());
        state.set(row);
        context.targets().wake(journal, row.standing(), row.updatedAt());
        if (RowChanges.isUnheard(row)) {
            context.targets().announce(journal);
        }
        return new AppendReply(plan.status(), row.size());
    }

    /**
     * Creates a child. If it has ended or was erased, notifies the parent again, which repeats the request while it waits.
     */
    AppendReply create(ObjectJournal journal, AppendBody body) {
        ObjectState state = new ObjectState(journal);
        Optional<ThreadRow> stored = state.row();
        if (stored.isEmpty()) {
            return start(journal, state, body);
        }
        ThreadRow row = stored.get();
        if (row.erased() || row.standing().phase().isEnd()) {
            String id = journal.threadId();
            AppendPlan plan = journal.run("parent", AppendPlanCodec.INSTANCE, () -> parent(id, body));
            plan.parent().ifPresent(parent -> context.targets().notify(journal, parent));
        }
        return new AppendReply(Status.DONE, row.size());
    }

    private static AppendPlan parent(String id, AppendBody body) {
        try {
            AgentThread thread = new EventTexts(id, body.events()).thread();
            return new AppendPlan(Status.DONE, Optional.empty(), List.of(), AdvanceBodies.parent(thread));
        } catch (RuntimeException e) {
            UnreadableThreads.log("The start of thread " + id + " cannot be read. Deploy a newer release.", e);
            return new AppendPlan(Status.INVALID, Optional.empty(), List.of(), Optional.empty());
        }
    }
}
