package dev.escapement.server.threads;

import static dev.escapement.server.threads.ReleaseDesks.decision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.server.threads.ReleaseDesk.Storage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link DecisionConflicts} and of the order of decisions. */
class DecisionConflictsTest {

    @ParameterizedTest
    @EnumSource(Storage.class)
    void raceOfTwoApprovalsHasOneWinner(Storage storage, @TempDir Path directory) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            for (int round = 0; round < 10; round++) {
                String id = "t" + round;
                String json = decision("approve", desk.waitingForApproval(id), "");
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<HttpAnswer>> answers = Stream.of("alice", "bob")
                        .map(person -> people.submit(() -> {
                            start.await(60, TimeUnit.SECONDS);
                            return desk.decide(person, id, json);
                        }))
                        .toList();
                HttpAnswer alice = answers.get(0).get(60, TimeUnit.SECONDS);
                HttpAnswer bob = answers.get(1).get(60, TimeUnit.SECONDS);

                HttpAnswer loser = alice.status() == 200 ? bob : alice;
                String winner = alice.status() == 200 ? "alice" : "bob";
                assertEquals(
                        List.of(200, 409),
                        Stream.of(alice.status(), bob.status()).sorted().toList());
                String detail = loser.problem(409).detail();
                assertTrue(detail.startsWith(winner + " approved this call at 20"), detail);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void otherHashIsAConflict() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            HttpAnswer answer = desk.decide("alice", "t1", decision("approve", "c1", "0".repeat(64), ""));

            assertTrue(answer.problem(409).detail().contains("not those that you saw"), answer.body());
            assertEquals(
                    Standing.Phase.WAITING,
                    desk.get("alice", "/api/threads/t1").thread().phase());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve_edited", "refuse", "reply", "answer"})
    void everyDecisionAboutACallRequiresTheHash(String type) {
        String more = switch (type) {
            case "approve_edited" -> ",\"arguments\":{\"tag\":\"v1.0.1\"}";
            case "refuse" -> ",\"reason\":\"Not now\"";
            case "reply" -> ",\"reply\":{\"hours\":1}";
            default -> ",\"answer\":{\"type\":\"failed\",\"reason\":\"Broken\"}";
        };
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(
                    409,
                    desk.decide("alice", "t1", decision(type, "c1", "0".repeat(64), more))
                            .status());
        }
    }

    @Test
    void decisionAfterAnEditNamesTheEditor() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            desk.decide("bob", "t1", decision("approve_edited", thread, ",\"arguments\":{\"tag\":\"v1.0.1\"}"))
                    .thread();

            String detail = desk.decide("alice", "t1", decision("approve", thread, ""))
                    .problem(409)
                    .detail();

            assertTrue(detail.startsWith("bob approved this call with other arguments at "), detail);
        }
    }

    @Test
    void approvalAfterARefusalNamesTheRefuser() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            desk.decide("bob", "t1", decision("refuse", thread, ",\"reason\":\"secret-reason\""))
                    .thread();

            HttpAnswer late = desk.decide("alice", "t1", decision("approve", thread, ""));

            assertTrue(late.problem(409).detail().startsWith("bob refused this call at "), late.body());
            assertFalse(late.body().contains("secret-reason"), late.body());
        }
    }

    @Test
    void cancelledThreadNamesThePersonToOthers() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            ThreadBody stopped = desk.decide("bob", "t1", "{\"type\":\"cancel\",\"reason\":\"Too late\"}")
                    .thread();
            HttpAnswer late = desk.decide("alice", "t1", decision("approve", thread, ""));

            assertEquals(Standing.Phase.STOPPED, stopped.phase());
            assertEquals("Too late", stopped.reason().orElseThrow());
            assertTrue(late.problem(409).detail().startsWith("bob stopped the thread at "), late.body());
        }
    }

    @Test
    void decisionAfterTheExpiryIsAConflict() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            Event expired = new Event.Expired(Instant.now(), "c1", Optional.empty());
            desk.store.append(
                    new Append("t1", thread.events().size(), List.of(expired), Optional.empty(), Standing.RUNNABLE));

            HttpAnswer late = desk.decide("alice", "t1", decision("approve", thread, ""));

            assertTrue(late.problem(409).detail().startsWith("This question expired at 20"), late.body());
            assertTrue(late.body().contains("Your decision was not recorded."), late.body());
        }
    }
}
