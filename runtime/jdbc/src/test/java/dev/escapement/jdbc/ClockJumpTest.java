package dev.escapement.jdbc;

import static dev.escapement.jdbc.StoreExamples.AGENT;
import static dev.escapement.jdbc.StoreExamples.message;
import static dev.escapement.jdbc.StoreExamples.messages;
import static dev.escapement.jdbc.StoreExamples.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadQueue.Claim;
import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests jumps of the clock of a process that uses SQLite. Another process has the correct clock. */
class ClockJumpTest {

    private static final Duration JUMP = Duration.ofHours(1);
    private static final Duration TIME = Duration.ofSeconds(30);

    private SqliteFixture fixture;
    private ManualClock wrong;
    private JdbcThreadStore correct;
    private JdbcThreadStore jumping;

    @BeforeEach
    void openStores() throws Exception {
        fixture = new SqliteFixture();
        wrong = new ManualClock(fixture.now());
        correct = fixture.open();
        jumping = fixture.opened(fixture.builder().clock(wrong).build());
        start(correct, "t1");
    }

    @AfterEach
    void closeStores() throws Exception {
        fixture.close();
    }

    @Test
    void leaseTakenTooEarlySupersedesHolder() {
        ThreadStore.Lease live = correct.lease("t1", TIME).orElseThrow();
        correct.append(Append.of("t1", 1, message("a")).under(live));
        wrong.advance(JUMP);

        ThreadStore.Lease early = jumping.lease("t1", TIME).orElseThrow();
        jumping.append(Append.of("t1", 2, message("b")).under(early));

        assertThrows(
                LeaseLostException.class,
                () -> correct.append(Append.of("t1", 3, message("c")).under(live)));
        assertTrue(!live.renew(), "the superseded lease must not be renewed");
        jumping.append(Append.of("t1", 3, message("d")).under(early));
        assertEquals(List.of("a", "b", "d"), messages(correct, "t1"));
        correct.verify("t1");
    }

    @Test
    void holderContinuesAfterJumpOfItsClock() {
        ThreadStore.Lease lease = jumping.lease("t1", TIME).orElseThrow();
        wrong.advance(JUMP);
        assertTrue(lease.isHeld(), "a lease is measured without the clock");

        jumping.append(Append.of("t1", 1, message("a")).under(lease));
        wrong.advance(JUMP.negated().multipliedBy(2));
        jumping.append(Append.of("t1", 2, message("b")).under(lease));

        assertTrue(lease.renew());
        assertEquals(List.of("a", "b"), messages(correct, "t1"));
    }

    @Test
    void threadOfProcessWithClockAheadCanBeWoken() {
        wrong.advance(JUMP);
        jumping.append(Append.of("t1", 1, message("a"))); // due in one hour, according to the correct clock
        assertEquals(List.of(), correct.claim(Set.of(AGENT), 10, TIME));

        assertTrue(correct.wake("t1"));

        List<Claim> claims = correct.claim(Set.of(AGENT), 10, TIME);
        assertEquals(1, claims.size());
        correct.append(Append.of("t1", 2, message("b")).under(claims.get(0).lease()));
        assertEquals(List.of("a", "b"), messages(correct, "t1"));
    }
}
