package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.RecordedLog;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Standing.Phase;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the deletion and the erasure of threads with open children. */
class TreeRemovalTest extends TeamFixture {

    private final Retention retention = Retention.of(store);
    private String child = "";

    @BeforeEach
    void childWaitsForApproval() {
        leadHandsOver();
        model.script("Aide", ModelReply.calls(risky.call("r1", "x")), ModelReply.calls(done.call("d1", "found")));
        AgentThread waiting = runner(lead, aide).start(Start.of("go").label("user", "ann"));
        assertFalse(waiting.hasEnded());
        child = child().id();
    }

    private int deleteOld(Phase phase) {
        return retention.deleteAfter(phase, Duration.ZERO).apply(Instant.MAX.minusSeconds(1));
    }

    @Test
    void childOfAWaitingParentIsKept() {
        assertFalse(new TreeRemoval(store).delete(child));

        assertTrue(store.load(child).isPresent());
        assertFalse(runner(lead, aide).approve(child, "r1", ALICE).id().isEmpty());
        assertTrue(new TreeRemoval(store).delete(child), "the parent has recorded its end");
        assertEquals(Optional.empty(), store.load(child));
    }

    @Test
    void childrenOfADeletedParentAreCancelled() {
        assertTrue(new TreeRemoval(store).delete("t1"));

        assertEquals(Optional.empty(), store.load("t1"));
        assertTrue(store.load(child).orElseThrow().hasEnded());
        assertEquals(Phase.STOPPED, standing(child).phase());
    }

    @Test
    void retentionDeletesWaitingTreesFromTheirRoots() {
        assertEquals(1, deleteOld(Phase.WAITING));

        assertEquals(Optional.empty(), store.load("t1"));
        assertEquals(1, deleteOld(Phase.STOPPED));
        assertEquals(Optional.empty(), store.load(child));
    }

    @Test
    void parentOfAnErasedChildContinues() {
        assertTrue(new TreeRemoval(store).erase(child));

        assertThrows(ErasedThreadException.class, () -> store.load(child));
        assertFalse(events(stored(), DelegateEnded.class).get(0).succeeded());
        assertEquals(Phase.RUNNABLE, standing("t1").phase());
        assertTrue(runner(lead, aide).resume("t1").hasEnded());
    }

    /** Returns the store, in which an action precedes each append to a thread. */
    private ForwardingStore before(String id, Runnable action) {
        return new ForwardingStore(store) {
            @Override
            public void append(Append append) {
                if (append.threadId().equals(id)) {
                    action.run();
                }
                super.append(append);
            }
        };
    }

    @Test
    void childWhoseEndIsNotRecordedIsNotErased() {
        StoreException failure = new StoreException("full", "t1", StoreException.Reason.FULL, null);
        ThreadStore failing = before("t1", () -> {
            throw failure;
        });

        try (RecordedLog log = RecordedLog.of(StoreInbox.class)) {
            assertSame(failure, assertThrows(StoreException.class, () -> new TreeRemoval(failing).erase(child)));
            assertEquals(1, log.entries().size());
        }

        assertTrue(store.load(child).orElseThrow().hasEnded());
        assertTrue(new TreeRemoval(store).erase(child), "the erasure can be repeated");
        assertEquals(Phase.RUNNABLE, standing("t1").phase());
    }

    @Test
    void threadThatAnotherProcessDeletesIsNotAFailure() {
        assertFalse(new TreeRemoval(before("t1", () -> store.delete("t1"))).delete("t1"));

        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void threadThatAnotherProcessErasesIsNotAFailure() {
        assertTrue(new TreeRemoval(before("t1", () -> store.erase("t1"))).erase("t1"));

        assertThrows(ErasedThreadException.class, () -> store.load("t1"));
    }

    @Test
    void childThatAnotherProcessErasesIsNotAFailure() {
        try (RecordedLog log = RecordedLog.of(StoreInbox.class)) {
            assertTrue(new TreeRemoval(before(child, () -> store.erase(child))).delete("t1"));
            assertEquals(1, log.entries().size(), "the first attempt fails");
        }

        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void treeOfOnePersonIsErased() {
        assertEquals(2, retention.erase("user", "ann"));

        assertThrows(ErasedThreadException.class, () -> store.load("t1"));
        assertThrows(ErasedThreadException.class, () -> store.load(child));
        assertEquals(Phase.STOPPED, standing(child).phase());
    }

    /** The store, in which one thread cannot be read. */
    private final class UnreadableStore extends ForwardingStore implements ThreadIndex {

        private final String id;
        private final RuntimeException failure;

        UnreadableStore(String id, RuntimeException failure) {
            super(store);
            this.id = id;
            this.failure = failure;
        }

        @Override
        public Optional<AgentThread> load(String other) {
            if (other.equals(id)) {
                throw failure;
            }
            return super.load(other);
        }

        @Override
        public Page<QuestionEntry> questions(QuestionQuery query) {
            return store.questions(query);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            return store.threads(query);
        }

        @Override
        public int count(ThreadQuery query, int bound) {
            return store.count(query, bound);
        }

        @Override
        public Optional<ThreadEntry> entry(String other) {
            return store.entry(other);
        }
    }

    private UnreadableStore damaged(String id) {
        return new UnreadableStore(id, CorruptThreadException.firstEvent(Path.of("file"), id));
    }

    @Test
    void damagedChildDoesNotPreventTheErasureOfItsParent() {
        assertEquals(2, Retention.of(damaged(child)).erase("user", "ann"));

        assertThrows(ErasedThreadException.class, () -> store.load("t1"));
    }

    @Test
    void childThatCannotBeDecryptedKeepsItsParent() {
        CorruptThreadException encrypted = CorruptThreadException.encrypted(Path.of("file"), child, 2, null);
        TreeRemoval failing = new TreeRemoval(new UnreadableStore(child, encrypted));

        try (RecordedLog log = RecordedLog.of(StoreInbox.class)) {
            assertSame(encrypted, assertThrows(CorruptThreadException.class, () -> failing.erase("t1")));
            assertEquals(1, log.entries().size());
        }

        assertTrue(stored().hasEnded(), "the parent is not erased");
    }

    @Test
    void damagedParentDoesNotPreventTheErasureOfItsChild() {
        try (RecordedLog log = RecordedLog.of(StoreInbox.class)) {
            assertTrue(new TreeRemoval(damaged("t1")).erase(child));
            assertEquals(1, log.entries().size());
        }

        assertThrows(ErasedThreadException.class, () -> store.load(child));
    }

    @Test
    void childOfALaterReleaseKeepsOnlyItsParent() {
        NewerThreadException newer = NewerThreadException.event(Path.of("file"), child, 2, "later");
        Start start = Start.of("go").label("user", "ann");
        store.append(Append.of("t2", 0, new Event.Started(DeskRunners.AT, "Lead", start, Budget.UNLIMITED)));
        Retention failing = Retention.of(new UnreadableStore(child, newer));

        try (RecordedLog log = RecordedLog.of(StoreInbox.class)) {
            assertSame(newer, assertThrows(NewerThreadException.class, () -> failing.erase("user", "ann")));
            assertEquals(1, log.entries().size());
        }

        assertTrue(stored().hasEnded(), "the parent is not erased");
        assertThrows(ErasedThreadException.class, () -> store.load("t2"));
    }
}
