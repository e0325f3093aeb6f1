package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static dev.escapement.testkit.Samples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.UnknownThreadException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The contract of {@link dev.escapement.run.ThreadStore#delete} and {@link dev.escapement.run.ThreadStore#erase}. */
public abstract class RetentionContract extends StoreContract {

    /** Creates the tests. */
    protected RetentionContract() {}

    // Delete

    @Test
    void deletedThreadIsUnknown() {
        append("t1", 0, started("hello"), message("a"));
        append("t2", 0, started("hello"));

        assertTrue(store().delete("t1"), "delete must return true for a stored thread");

        assertEquals(Optional.empty(), other().load("t1"), "load must return empty after delete");
        assertThrows(UnknownThreadException.class, () -> other().load("t1", 0), "load(id, 0) must throw after delete");
        assertEquals(thread("t2", started("hello")), other().load("t2"), "delete must not affect other threads");
    }

    @Test
    void deletingUnknownThreadHasNoEffect() {
        assertFalse(store().delete("t1"), "delete must return false for an id that is not stored");
        start("t1");
        store().delete("t1");

        assertFalse(other().delete("t1"), "delete must return false for a thread that was deleted");
    }

    @Test
    void deletedIdCanStartAgain() {
        append("t1", 0, started("hello"), message("a"), message("b"));
        store().delete("t1");

        append("t1", 0, started("again"), message("c"));

        assertEquals(
                thread("t1", started("again"), message("c")),
                other().load("t1"),
                "a thread with the id of a deleted one must have its own events only");
    }

    @Test
    void leaseOfDeletedThreadStoresNothing() {
        append("t1", 0, started("hello"));
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        other().delete("t1");

        RuntimeException refusal = assertThrows(
                RuntimeException.class,
                () -> store().append(Append.of("t1", 1, message("a")).under(lease)),
                "append under the lease of a deleted thread must be refused");

        assertTrue(
                refusal instanceof LeaseLostException
                        || refusal instanceof ConcurrentRunException
                        || refusal instanceof UnknownThreadException,
                () -> "append to a deleted thread must throw a documented exception, not " + refusal);
        assertEquals(Optional.empty(), other().load("t1"), "a refused append must not create a thread");
    }

    @Test
    void leaseOfDeletedThreadIsSupersededByRestart() throws Exception {
        append("t1", 0, started("hello"));
        ThreadStore.Lease deleted = lease(store(), "t1", LONG);
        other().delete("t1");
        advanceClock();
        other().append(Append.of("t1", 0, started("again")));

        assertSuperseded(deleted, "before the next lease");
        ThreadStore.Lease next = lease(other(), "t1", LONG);
        assertTrue(
                deleted.token() < next.token(),
                () -> "tokens must increase also after delete: " + deleted.token() + ", " + next.token());
        assertSuperseded(deleted, "under the next lease");
        deleted.close();
        assertEquals(
                Optional.empty(), store().lease("t1", LONG), "closing the lease of a deleted thread has no effect");
        other().append(Append.of("t1", 1, message("b")).under(next));
        assertEquals(thread("t1", started("again"), message("b")), other().load("t1"));
    }

    private void assertSuperseded(ThreadStore.Lease deleted, String when) {
        assertThrows(
                LeaseLostException.class,
                () -> store().append(Append.of("t1", 1, message("a")).under(deleted)),
                () -> "the lease of a deleted thread must be superseded in a thread that has its id, " + when);
        assertFalse(deleted.renew(), () -> "renew must return false for the lease of a deleted thread, " + when);
        assertFalse(deleted.isHeld(), () -> "isHeld must be false after a failed renewal, " + when);
    }

    // Erase

    @Test
    void erasedThreadCannotBeLoaded() {
        append("t1", 0, started("hello"), message("a"));
        append("t2", 0, started("hello"));

        assertTrue(store().erase("t1"), "erase must return true for a stored thread");

        for (int i = 0; i < 2; i++) {
            ThreadStore instance = store(i);
            assertErased("load(id)", () -> instance.load("t1"));
            assertErased("load(id, 0)", () -> instance.load("t1", 0));
            assertErased("load(id, 2)", () -> instance.load("t1", 2));
        }
        assertEquals(thread("t2", started("hello")), other().load("t2"), "erase must not affect other threads");
    }

    @Test
    void erasedThreadCannotContinue() {
        append("t1", 0, started("hello"), message("a"));
        other().erase("t1");

        assertErased("append", () -> append("t1", 2, message("b")));
        assertErased("append without events", () -> append("t1", 2));
    }

    @Test
    void erasedThreadCannotContinueUnderLease() {
        append("t1", 0, started("hello"), message("a"));
        ThreadStore.Lease lease = lease(store(), "t1", LONG);
        other().erase("t1");

        assertErased(
                "append under a lease",
                () -> store().append(Append.of("t1", 2, message("b")).under(lease)));
    }

    @Test
    void erasedIdCannotStartAgain() {
        append("t1", 0, started("hello"));
        store().erase("t1");

        RuntimeException refusal = assertThrows(
                RuntimeException.class,
                () -> append("t1", 0, started("again")),
                "the id of an erased thread is in use");

        assertTrue(
                refusal instanceof ErasedThreadException || refusal instanceof ConcurrentRunException,
                () -> "append to an erased thread must throw a documented exception, not " + refusal);
    }

    @Test
    void erasingTwiceHasNoFurtherEffect() {
        append("t1", 0, started("hello"));
        store().erase("t1");

        assertTrue(other().erase("t1"), "erase must return true for an erased thread, because it is still stored");
        assertErased("load(id)", () -> store().load("t1"));
    }

    @Test
    void erasingUnknownThreadHasNoEffect() {
        assertFalse(store().erase("t1"), "erase must return false for an id that is not stored");

        assertEquals(Optional.empty(), other().load("t1"), "erase must not create a thread");
    }

    @Test
    void erasedThreadCanBeDeleted() {
        append("t1", 0, started("hello"));
        store().erase("t1");

        assertTrue(other().delete("t1"), "delete must return true for an erased thread");

        assertEquals(Optional.empty(), store().load("t1"), "load must return empty after delete");
        start("t1");
        assertEquals(thread("t1", started("hello")), other().load("t1"), "a deleted id can be used again");
    }

    private static void assertErased(String operation, Executable executable) {
        ErasedThreadException refusal = assertThrows(
                ErasedThreadException.class,
                executable,
                () -> operation + " must throw ErasedThreadException after erase");
        assertEquals("t1", refusal.threadId(), "the exception must have the id of the thread");
    }
}
