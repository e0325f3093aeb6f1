package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Outcome;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invocation of a step in a transaction of the store. The event of a successful outcome is the last statement of the
 * transaction. A step that fails is rolled back, and the caller records the failure.
 */
final class TransactionalInvocation extends StepInvocation {

    /** A committed outcome. */
    private record Committed(Outcome outcome, Candidate candidate) {}

    private final TransactionalStore store;
    private final AgentThread before;
    private @Nullable Committed committed;

    TransactionalInvocation(
            RunnerConfig config,
            TransactionalStore store,
            Command.RunStep step,
            ThreadStore.Lease lease,
            AgentThread before) {
        super(config, step, lease);
        this.store = store;
        this.before = before;
    }

    @Override
    public Outcome run() throws Exception {
        if (committed != null) {
            return committed.outcome(); // an interceptor called the invocation again
        }
        requireLease(); // before the transaction, which may lock the storage that a renewal changes
        try {
            committed = store.inTransaction(this::run);
            return committed.outcome();
        } catch (RolledBackException e) {
            return e.outcome();
        } catch (RuntimeException | Error e) {
            fail(e); // of the store or the lease, not of the step; the transaction was rolled back
            throw e;
        }
        // Any other exception is that of a database that refused the writes of the step, which has thus failed.
    }

    private Committed run(TransactionalStore.Transaction transaction) throws Exception {
        Instant start = config().now();
        Outcome outcome;
        try {
            outcome = run(step().context().with(transaction.resources()));
            EventFactory.requireFallback(before, step(), outcome);
        } catch (Throwable e) {
            throwFailure();
            throw RolledBackException.of(e);
        }
        throwFailure();
        if (!isSuccess(outcome)) {
            throw RolledBackException.of(outcome == null ? nullOutcome() : outcome);
        }
        return new Committed(outcome, append(transaction, outcome, config().since(start)));
    }

    private static Outcome nullOutcome() {
        return new Outcome.InDoubt(new NullPointerException("outcome"), false);
    }

    /** Appends the outcome after all events that people's decisions appended in the meantime. */
    private Candidate append(TransactionalStore.Transaction transaction, Outcome outcome, Duration took) {
        AgentThread thread = before;
        while (true) {
            Event event = EventFactory.ran(config().loop(), thread, step(), config().now(), took, outcome);
            Candidate candidate = Candidate.of(config().loop(), thread, event);
            try {
                transaction.append(candidate.append(lease()));
                return candidate;
            } catch (ConcurrentRunException conflict) {
                List<Event> added =
                        transaction.load(thread.id(), thread.events().size());
                PeoplesEvents.require(added, conflict);
                for (Event decision : added) {
                    thread = thread.with(decision);
                }
            }
        }
    }

    /** Returns the committed version of the thread, or null if the outcome was not committed. */
    @Nullable
    Candidate committed() {
        return committed == null ? null : committed.candidate();
    }

    @Override
    Outcome settled(Outcome reported) {
        if (committed == null) {
            return super.settled(reported);
        } else if (reported instanceof Outcome.InDoubt doubt) {
            RunLog.log(
                    TransactionalInvocation.class,
                    System.Logger.Level.WARNING,
                    DriveMessages.interceptorFailed(step()),
                    doubt.exception());
        }
        return committed.outcome();
    }
}
