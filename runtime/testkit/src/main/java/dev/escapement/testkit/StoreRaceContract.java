package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.escapement.run.ThreadStore#append} for concurrent appends through two instances. */
public abstract class StoreRaceContract extends StoreContract {

    private static final int APPENDERS = 10;

    private static final int POSITIONS = 15;

    /** Creates the tests. */
    protected StoreRaceContract() {}

    @Test
    void oneOfTenAppendersWinsEachPosition() throws Exception {
        start("t1");
        List<String> winners = new ArrayList<>();
        for (int i = 1; i <= POSITIONS; i++) {
            int position = i;
            List<Boolean> won = ConcurrentCalls.of(
                    APPENDERS, index -> appended(index, "t1", position, message(position + "/" + index)));
            assertEquals(
                    1,
                    won.stream().filter(success -> success).count(),
                    () -> "exactly one of ten concurrent appends at position " + position + " must succeed");
            winners.add(position + "/" + won.indexOf(true));
        }

        assertEquals(winners, messages("t1"), "the store must contain the events of the successful appends only");
    }

    @Test
    void oneOfTenStartsThread() throws Exception {
        for (int i = 0; i < POSITIONS; i++) {
            String id = "t" + i;
            List<Boolean> won =
                    ConcurrentCalls.of(APPENDERS, index -> appended(index, id, 0, started("starter " + index)));

            assertEquals(
                    1,
                    won.stream().filter(success -> success).count(),
                    "exactly one of ten concurrent starts must succeed");
            assertEquals(
                    Samples.thread(id, started("starter " + won.indexOf(true))),
                    other().load(id),
                    "the thread must begin with the event of the successful start");
        }
    }

    @Test
    void batchesDoNotMix() throws Exception {
        start("t1");
        List<Boolean> won = ConcurrentCalls.of(APPENDERS, index -> {
            String name = String.valueOf(index);
            return appended(index, "t1", 1, message(name), message(name), message(name));
        });

        String winner = String.valueOf(won.indexOf(true));
        assertEquals(
                1,
                won.stream().filter(success -> success).count(),
                "exactly one of ten concurrent batches must succeed");
        assertEquals(List.of(winner, winner, winner), messages("t1"), "the events of one batch must be stored");
    }

    @Test
    void noEventIsLostWhenAllRepeat() throws Exception {
        start("t1");
        ConcurrentCalls.of(APPENDERS, index -> {
            for (int i = 0; i < 5; i++) {
                int size;
                do {
                    size = store(index).load("t1").orElseThrow().events().size();
                } while (!appended(index, "t1", size, message(index + "/" + i)));
            }
            return true;
        });

        List<String> messages = messages("t1");
        Set<String> distinct = new HashSet<>(messages);
        assertEquals(5 * APPENDERS, messages.size(), "each successful append must be stored exactly once");
        assertEquals(5 * APPENDERS, distinct.size(), "each successful append must be stored exactly once");
    }

    @Test
    void oneOfTenChangesStandingPerPosition() throws Exception {
        start("t1");
        List<Boolean> won = ConcurrentCalls.of(APPENDERS, index -> {
            Append append = Append.of("t1", 1, message("a")).with(Standing.of(Standing.Phase.WAITING));
            return appended(index, append);
        });

        assertEquals(1, won.stream().filter(success -> success).count(), "exactly one of ten appends must succeed");
    }

    @Test
    void oneDecisionOfApproversCounts() throws Exception {
        for (int i = 0; i < POSITIONS; i++) {
            String id = "t" + i;
            List<Event> events = DecisionSample.events();
            store().append(new Append(id, 0, events, Optional.empty(), DecisionSample.STANDING));

            List<Boolean> decided = ConcurrentCalls.of(9, index -> decided(index, id));

            List<Event> decisions = other().load(id, events.size());
            long cancelled = decisions.stream()
                    .filter(event -> event.kind() == EventKind.STOPPED)
                    .count();
            assertEquals(
                    decided.stream().filter(success -> success).count(),
                    decisions.size(),
                    () -> "the store must contain the decisions that were accepted, not " + decisions);
            assertEquals(1, cancelled, "exactly one of three concurrent cancellations must succeed");
            assertTrue(
                    decisions.size() - cancelled <= 1,
                    () -> "at most one of the concurrent approvals and refusals must succeed: " + decisions);
            assertEquals(
                    EventKind.STOPPED,
                    decisions.get(decisions.size() - 1).kind(),
                    "a decision must not be accepted after the cancellation");
        }
    }

    /** Approves, refuses or cancels, and returns whether the decision was accepted. */
    private boolean decided(int index, String id) {
        ThreadInbox inbox = ThreadInbox.of(store(index / 3));
        Approver approver = Approver.of("person " + index);
        try {
            switch (index % 3) {
                case 0 -> inbox.approve(id, DecisionSample.CALL, approver);
                case 1 -> inbox.refuse(id, DecisionSample.CALL, approver, "no");
                default -> inbox.cancel(id, approver, "enough");
            }
            return true;
        } catch (NotWaitingException | ConcurrentRunException late) {
            return false;
        }
    }

    private boolean appended(int index, String id, int position, Event... events) {
        return appended(index, Append.of(id, position, events));
    }

    private boolean appended(int index, Append append) {
        try {
            store(index).append(append);
            return true;
        } catch (ConcurrentRunException late) {
            return false;
        }
    }
}
