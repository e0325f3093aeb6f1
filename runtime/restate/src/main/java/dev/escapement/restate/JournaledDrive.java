package dev.escapement.restate;

import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceBodyCodec;
import dev.escapement.restate.wire.AdvanceKind;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.AppendReplyCodec;
import dev.escapement.restate.wire.EndBody;
import dev.escapement.restate.wire.EndBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Advance;
import dev.escapement.run.DriveAttempt;
import dev.escapement.run.DriveInterruptedException;
import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import dev.restate.sdk.common.TerminalException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a thread in one attempt of an invocation. Each action is one entry of the journal, which also contains
 * the decision for the action; all other operations follow from the entries. Therefore another release of the agent
 * continues the invocation, and an action runs again only if its result was not stored.
 */
final class JournaledDrive {

    /** The working time after which an execution lets waiting requests, such as a cancellation, precede its next action. */
    private static final Duration TURN = Duration.ofSeconds(1);

    /** The same limit for the working time and the time in which the execution waits for Restate. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private final ObjectContext context;
    private final ObjectJournal journal;
    private final ObjectState state;
    private final EventTexts events;
    private final int firstSize;
    private final ResultDivision division;
    private ThreadRow row;
    private Standing standing;

    /** Whether the execution continues until the thread is at rest, without turns. */
    private boolean settles;

    private @Nullable DriveAttempt attempt;

    /** The time of the first result of the invocation. */
    private @Nullable Instant begin;

    /** Whether the next action records the outcomes of steps that the last one started, or the remainder of its result. */
    private boolean awaitsOutcome;

    /** Whether the last result was a part, after which the listener does not receive its events at once. */
    private boolean isDivided;

    /** The working time of the actions of the invocation so far. */
    private Duration work = Duration.ZERO;

    /** The number of events that the listener has received after the last action. */
    private int heard;

    /**
     * Creates an execution.
     *
     * @param state the state from which the events were read
     * @param row the stored row
     * @param events the stored events
     */
    JournaledDrive(ObjectContext context, ObjectJournal journal, ObjectState state, ThreadRow row, EventTexts events) {
        this.context = context;
        this.journal = journal;
        this.state = state;
        this.row = row;
        this.events = events;
        this.firstSize = events.size();
        this.division = new ResultDivision(context.sizes());
        this.standing = row.standing();
        this.heard = row.heard();
    }

    /** Executes the thread until it is at rest, an execution fails, or its turn ends. */
    void run() {
        try {
            execute();
            state.bundle(events);
        } catch (TerminalException cancelled) { // by an operator
            state.set(RowChanges.parked(row, events.size()));
        }
    }

    /**
     * Performs the actions on other threads that remain after the end of the thread: ends its children, and notifies its
     * parent. Returns when they are complete or have failed.
     *
     * @throws TerminalException if an operator cancelled the invocation
     */
    void settle() {
        settles = true;
        execute();
    }

    private void execute() {
        try {
            boolean continues = true;
            while (continues) {
                continues = perform(next());
            }
        } finally {
            if (attempt != null) {
                attempt.close();
            }
        }
    }

    private AdvanceBody next() {
        int heardBefore = heard;
        heard = events.size();
        AdvanceBody result = journal.runEncoded("advance", AdvanceBodyCodec.INSTANCE, this::advanced);
        if (isDivided || result.kind() == AdvanceKind.HANDED_OVER) {
            heard = heardBefore;
        }
        isDivided = false;
        return result;
    }

    /** Performs the next action. Everything that it uses besides the stored events is only known to this attempt. */
    private EncodedResult<AdvanceBody> advanced() {
        if (!settles && !awaitsOutcome && journal.isClosing()) {
            return encoded(AdvanceBodies.handedOver(now(), RowChanges.runnable(standing)));
        }
        Optional<AdvanceBody> remainder = division.remainder();
        if (remainder.isPresent()) {
            return storable(remainder.get());
        }
        AgentThread thread;
        try {
            thread = events.thread();
        } catch (RuntimeException e) {
            return failed("The thread cannot be read.", e);
        }
        DriveAttempt current = attempt;
        if (current == null) {
            current = context.driver().attempt(events.threadId(), row.heard(), failures());
            attempt = current;
        }
        try {
            long start = System.nanoTime();
            Advance advance = current.advance(thread);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return storable(advance.accept(new AdvanceBodies(thread, now())).after(took));
        } catch (DriveInterruptedException e) {
            boolean unused = Thread.interrupted(); // by the code of the agent: a service does not interrupt
            return failed("The Java thread was interrupted.", e);
        } catch (RuntimeException e) { // a repeated attempt would not count it
            return failed("The result of an action cannot be stored.", e);
        }
    }

    private EncodedResult<AdvanceBody> storable(AdvanceBody result) {
        return division.first(result)
                .orElseGet(() -> encoded(UnreadableThreads.oversized(
                        events.threadId(),
                        failures() + 1,
                        now(),
                        context.sizes().maxBytes())));
    }

    private EncodedResult<AdvanceBody> failed(String problem, RuntimeException failure) {
        return encoded(UnreadableThreads.failed(events.threadId(), failures() + 1, now(), problem, failure));
    }

    private static EncodedResult<AdvanceBody> encoded(AdvanceBody result) {
        return EncodedResult.of(AdvanceBodyCodec.INSTANCE, result);
    }

    private int failures() {
        return events.size() > firstSize ? 0 : row.attempts();
    }

    private Instant now() {
        return context.clock().instant();
    }

    /** Returns whether the execution continues. */
    private boolean perform(AdvanceBody result) {
        begin = begin == null ? result.at() : begin;
        work = work.plusMillis(result.workMillis());
        return switch (result.kind()) {
            case RECORDED -> recorded(result);
            case PARTLY_RECORDED -> {
                append(result);
                awaitsOutcome = true;
                isDivided = true;
                yield true;
            }
            case END_CHILDREN -> perform(endChildren(result));
            case AT_REST -> {
                rest(result);
                yield false;
            }
            case FAILED -> {
                failed(result);
                yield false;
            }
            case HANDED_OVER -> {
                handOver(result.at());
                yield false;
            }
        };
    }

    private void append(AdvanceBody result) {
        state.append(events.size(), result.events());
        events.add(result.events());
    }

    private boolean recorded(AdvanceBody result) {
        append(result);
        result.creates().forEach(child -> context.targets().create(journal, child));
        awaitsOutcome = result.started();
        if (awaitsOutcome) {
            if (result.irreversible()) {
                journal.awaitStored();
            }
            return true; // the outcome is the next action of this attempt
        }
        if (!result.events().isEmpty()) {
            standing = RowChanges.runnable(result.standing());
        }
        boolean isLong = Duration.between(begin, result.at()).abs().compareTo(LONGEST_TURN)
                > 0; // also if the clock was set back
        if (!settles && (work.compareTo(TURN) > 0 || isLong)) {
            handOver(result.at());
            return false;
        }
        boolean isAtRestNext = result.standing().phase() != Standing.Phase.RUNNABLE;
        if (!isAtRestNext && !standing.questions().equals(row.standing().questions())) {
            row = RowChanges.advanced(row, events.size(), standing, result.at(), heard);
            state.set(row);
        }
        return true;
    }

    /** Lets another invocation continue, which Restate sends to the newest release. */
    private void handOver(Instant at) {
        if (row.standing().phase().isEnd()) {
            context.targets().announce(journal);
            return;
        }
        Standing next = RowChanges.runnable(standing);
        state.set(
                events.size() > firstSize
                        ? RowChanges.advanced(row, events.size(), next, at, heard)
                        : RowChanges.delayed(row, events.size(), next));
        context.targets().wake(journal, next, at);
    }

    private void rest(AdvanceBody result) {
        state.set(RowChanges.advanced(row, events.size(), result.standing(), result.at(), heard));
        if (result.standing().phase() != Standing.Phase.RUNNABLE) {
            context.targets().wake(journal, result.standing(), result.at());
        }
        result.parent().ifPresent(parent -> context.targets().notify(journal, parent));
    }

    private void failed(AdvanceBody result) {
        if (row.standing().phase().isEnd()) {
            return; // only the listener has not received the last events
        }
        Standing retried =
                new Standing(Standing.Phase.RUNNABLE, result.standing().due(), standing.questions());
        state.set(RowChanges.failed(row, events.size(), retried, result.at(), result.failures(), heard));
        if (retried.due().isPresent()) {
            context.targets().wake(journal, retried, result.at());
        }
    }

    /** Ends children one after the other, and returns the events of the thread. */
    private AdvanceBody endChildren(AdvanceBody result) {
        List<EventsReply> children = new ArrayList<>();
        for (EndBody end : result.ends()) {
            String body = EndBodyCodec.INSTANCE.encode(end);
            AppendReply unused =
                    journal.call(context.targets().thread(end.threadId(), "end"), body, AppendReplyCodec.INSTANCE);
            children.add(new ThreadReader(journal, context.targets()).read(end.threadId()));
        }
        return journal.runEncoded("ended", AdvanceBodyCodec.INSTANCE, () -> ended(result.ends(), children));
    }

    private EncodedResult<AdvanceBody> ended(List<EndBody> ends, List<EventsReply> children) {
        try {
            AgentThread thread = events.thread();
            int size = thread.events().size();
            for (int i = 0; i < ends.size(); i++) {
                EndBody end = ends.get(i);
                AgentThread child = ThreadReader.thread(end.threadId(), children.get(i));
                Optional<DelegateEnded> ended = context.driver().ended(thread, end.callId(), end.threadId(), child);
                thread = ended.isPresent() ? thread.with(ended.get()) : thread;
            }
            List<Event> recorded = thread.events().subList(size, thread.events().size());
            return storable(AdvanceBodies.events(now(), EventTexts.of(recorded), RowChanges.runnable(standing)));
        } catch (RuntimeException e) {
            return failed("A child of the thread cannot be read.", e);
        }
    }
}
