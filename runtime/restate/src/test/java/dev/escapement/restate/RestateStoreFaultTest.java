package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.FakeIngress.Fault;
import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The failures of Restate and of the connection to it. */
class RestateStoreFaultTest {

    private static final Append START = Append.of(
            "t1",
            0,
            new Event.Started(
                    Instant.parse("2026-11-29T12:00:00Z"), "com.example.Till", Start.of("hello"), Budget.UNLIMITED));

    private final FakeObjects objects = new FakeObjects();
    private FakeIngress first;
    private FakeIngress second;

    @BeforeEach
    void start() throws IOException {
        first = FakeIngress.start(objects);
        second = FakeIngress.start(objects);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private RestateStoreBuilder oneNode() {
        return RestateThreadStore.of(first.address());
    }

    private RestateThreadStore twoNodes() {
        return RestateThreadStore.of(first.address(), second.address()).build();
    }

    // Repeated requests

    @Test
    void lostReplyIsRequestedAgainWithSameKey() {
        first.fail(Fault.LOST);

        oneNode().build().append(START);

        assertEquals(2, first.received().size(), "the request must be repeated");
        assertEquals(
                first.received().get(0).header("Idempotency-Key"),
                first.received().get(1).header("Idempotency-Key"),
                "the repeated request must have the key of the first one");
        assertTrue(first.received().get(0).header("Idempotency-Key").isPresent());
    }

    @Test
    void equalAppendsHaveDifferentKeys() {
        RestateThreadStore store = oneNode().build();
        store.append(START);

        assertThrows(ConcurrentRunException.class, () -> store.append(START), "one of two equal appends succeeds");
    }

    @Test
    void unavailableNodeIsAskedAgain() {
        first.fail(Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.CLOSED);

        oneNode().build().append(START);

        assertEquals(4, first.received().size(), "the request must be repeated until it succeeds");
    }

    @Test
    void nextNodeAnswersForStoppedNode() {
        RestateThreadStore store = twoNodes();
        first.close();

        store.append(START);

        assertEquals(1, second.received().size(), "the second node must receive the request");
    }

    @Test
    void nextNodeReceivesSameKey() {
        RestateThreadStore store = twoNodes();
        first.fail(Fault.LOST);

        store.append(START);

        assertEquals(
                first.received().get(0).header("Idempotency-Key"),
                second.received().get(0).header("Idempotency-Key"),
                "the second node must receive the key of the first request");
    }

    @Test
    void silentNodeLeavesTimeForNext() {
        RestateThreadStore store = RestateThreadStore.of(first.address(), second.address())
                .timeout(Duration.ofSeconds(12))
                .build();
        first.fail(Fault.SILENT);

        store.append(START);

        assertEquals(1, second.received().size(), "the second node must receive the request");
    }

    @Test
    void nodeThatAnsweredIsPreferred() {
        RestateThreadStore store = twoNodes();
        first.fail(Fault.CLOSED);
        store.append(START);

        store.load("t1");

        assertEquals(1, first.received().size(), "the next request must be sent to the node that answered");
    }

    // Failures

    @Test
    void stoppedNodeIsUnavailable() {
        URI free = URI.create("http://127.0.0.1:" + LoopbackPorts.next());
        RestateThreadStore store = RestateThreadStore.of(free).build();

        StoreException failure = assertFails(Reason.UNAVAILABLE, () -> store.append(START));

        assertEquals(Optional.of("t1"), failure.threadId());
    }

    @Test
    void silentNodeIsUnavailable() {
        RestateThreadStore store = oneNode().timeout(Duration.ofMillis(300)).build();
        first.fail(Fault.SILENT);

        assertFails(Reason.UNAVAILABLE, () -> store.append(START));
    }

    @Test
    void missingDeploymentIsNotRepeated() {
        first.fail(Fault.UNKNOWN_SERVICE);

        StoreException failure =
                assertFails(Reason.OTHER, () -> oneNode().build().load("t1"));

        assertEquals(1, first.received().size(), "the request must not be repeated");
        assertFalse(failure.isTemporary());
    }

    @Test
    void refusedTokenIsNotRepeated() {
        first.fail(Fault.UNAUTHORIZED);

        assertFails(Reason.OTHER, () -> oneNode().build().load("t1"));

        assertEquals(1, first.received().size(), "the request must not be repeated");
    }

    @Test
    void malformedReplyIsOfOtherFormat() {
        for (String body : List.of("", "{", "[]", "{\"size\":1}", "<html>")) {
            first.reply(reply -> body);

            assertFails(Reason.FORMAT, () -> oneNode().build().load("t1"));
            assertFails(Reason.FORMAT, () -> oneNode().build().append(START));
            assertFails(
                    Reason.FORMAT,
                    () -> oneNode().admin(first.address()).build().threads(ThreadQuery.all()));
        }
    }

    @Test
    void indexRequiresAdmin() {
        assertFails(Reason.OTHER, () -> oneNode().build().threads(ThreadQuery.all()));
        assertEquals(List.of(), first.received(), "no request must be sent");
    }

    @Test
    void interruptionEndsRequest() {
        first.fail(Fault.SILENT);
        Thread.currentThread().interrupt();

        try {
            assertFails(Reason.UNAVAILABLE, () -> oneNode().build().append(START));
        } finally {
            assertTrue(Thread.interrupted(), "the Java thread must remain interrupted");
        }
    }

    // Settings

    @Test
    void headersAreSentToBothInterfaces() {
        RestateThreadStore store = oneNode()
                .admin(first.address())
                .header("Authorization", "Bearer secret")
                .build();
        store.load("t1");
        store.threads(ThreadQuery.all());

        Set<Optional<String>> values = new HashSet<>();
        first.received().forEach(request -> values.add(request.header("Authorization")));
        assertEquals(2, first.received().size());
        assertEquals(Set.of(Optional.of("Bearer secret")), values);
    }

    @Test
    void refusedHeaderIsNotInMessage() {
        for (String value : List.of("secret\r\nX: y", "secret\n")) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> oneNode().header("Authorization", value));
            assertFalse(refusal.toString().contains("secret"), "the message must not contain the value");
        }
    }

    @Test
    void otherAddressesAreRefused() {
        for (String address : List.of("ftp://a", "a", "/a", "http:a", "http://a?b", "http://a#b", "http://u:p@a")) {
            assertThrows(
                    IllegalArgumentException.class, () -> RestateThreadStore.of(URI.create(address)), () -> address);
        }
    }

    @Test
    void namesOfServicesAreRestricted() {
        for (String name : List.of("", "a b", "a/b", "1a", "a'b")) {
            assertThrows(IllegalArgumentException.class, () -> oneNode().service(name), () -> name);
        }
    }

    private static StoreException assertFails(Reason reason, Executable operation) {
        StoreException failure = assertThrows(StoreException.class, operation);
        assertEquals(reason, failure.reason(), failure::toString);
        return failure;
    }
}
