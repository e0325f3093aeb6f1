package dev.escapement.restate;

import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.ChildEndedBody;
import dev.escapement.restate.wire.ChildEndedBodyCodec;
import dev.escapement.restate.wire.CreateBody;
import dev.escapement.restate.wire.DriveBody;
import dev.escapement.restate.wire.DriveBodyCodec;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.ParentCallBody;
import dev.escapement.run.Standing;
import dev.restate.common.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests that the objects send to each other.
 *
 * @param service the name of the threads' virtual object
 */
record ObjectTargets(String service) {

    /** Returns a handler of a thread. */
    Target thread(String threadId, String handler) {
        return Target.virtualObject(service, ObjectKey.of(threadId), handler);
    }

    /** Creates a thread unless it exists. */
    void create(ObjectJournal journal, CreateBody child) {
        String json = AppendBodyCodec.INSTANCE.encode(child.append());
        journal.send(thread(child.threadId(), "create"), json, Duration.ZERO);
    }

    /** Notifies the parent of the object's thread that the thread has ended. */
    void notify(ObjectJournal journal, ParentCallBody parent) {
        String json = ChildEndedBodyCodec.INSTANCE.encode(new ChildEndedBody(journal.threadId(), parent.callId()));
        journal.send(thread(parent.threadId(), "childEnded"), json, Duration.ZERO);
    }

    /**
     * Executes the object's thread as its standing requires: at its due time, at once if it is runnable, or not at all.
     *
     * @param now the time, which the journal contains
     */
    void wake(ObjectJournal journal, Standing standing, Instant now) {
        if (standing.due().isPresent()) {
            Duration delay = Duration.between(now, standing.due().get()).plusMillis(1); // Restate truncates it
            drive(journal, standing.due(), delay.isNegative() ? Duration.ZERO : delay);
        } else if (standing.phase() == Standing.Phase.RUNNABLE) {
            drive(journal, Optional.empty(), Duration.ZERO);
        }
    }

    /** Lets the listener receive the last events of the object's thread, which has ended. */
    void announce(ObjectJournal journal) {
        drive(journal, Optional.empty(), Duration.ZERO);
    }

    /** Executes the object's thread at its due time, which follows after a delay. */
    void wake(ObjectJournal journal, Standing standing, Duration delay) {
        drive(journal, standing.due(), delay);
    }

    private void drive(ObjectJournal journal, Optional<Instant> due, Duration delay) {
        String json = DriveBodyCodec.INSTANCE.encode(new DriveBody(due));
        journal.send(thread(journal.threadId(), "drive"), json, delay);
    }
}
