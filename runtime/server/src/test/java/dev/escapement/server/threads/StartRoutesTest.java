package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.body.ThreadEntryBody;
import dev.escapement.server.body.ThreadEntryBodyCodec;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.server.threads.ReleaseDesk.Storage;
import dev.escapement.thread.AgentThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link StartRoutes}. */
class StartRoutesTest {
    private static final String SHIP = "{\"agent\":\"acme.ReleaseBot\",\"input\":\"Ship v1.0.0\"}";
    private static final String TICKET = "/api/agents/acme.ReleaseBot/triggers/ticket";

    private static int threads(ReleaseDesk desk) {
        return ((ThreadIndex) desk.store).count(ThreadQuery.all(), 1_000);
    }

    @Test
    void keysOfEqualNamesAreIndependent() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.post("acme", "/api/threads", SHIP, "Idempotency-Key", "k-1").body(201, ThreadEntryBodyCodec.INSTANCE);

            assertEquals(
                    Map.of("tenant", "other"),
                    desk.post("namesake", "/api/threads", SHIP, "Idempotency-Key", "k-1")
                            .body(201, ThreadEntryBodyCodec.INSTANCE)
                            .labels());
        }
    }

    @Test
    void restrictedIdentityCannotReferToFiles() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            String json = "{\"author\":\"ann\",\"text\":\"Ship\",\"log\":{\"sha256\":\"" + "0".repeat(64)
                    + "\",\"mediaType\":\"text/plain\",\"size\":1,\"name\":\"log\"}}";

            assertEquals(
                    "a reference to a file",
                    desk.post("acme", TICKET, json)
                            .problem(422)
                            .violations()
                            .orElseThrow()
                            .get(0)
                            .actual());
        }
    }

    @Test
    void startIsRecordedButNotExecuted() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            HttpAnswer answer = desk.post("alice", "/api/threads", SHIP);

            ThreadEntryBody entry = answer.body(201, ThreadEntryBodyCodec.INSTANCE);
            assertEquals("threads/" + entry.id(), answer.header("Location").orElseThrow());
            assertEquals(Standing.Phase.RUNNABLE, entry.phase());
            assertEquals(1, desk.store.load(entry.id()).orElseThrow().events().size());
        }
    }

    @Test
    void labelsOfTheIdentityAreAdded() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            String json = "{\"agent\":\"acme.ReleaseBot\",\"input\":\"Ship\",\"labels\":{\"case\":\"7\"}}";

            assertEquals(
                    Map.of("tenant", "acme", "case", "7"),
                    desk.post("acme", "/api/threads", json)
                            .body(201, ThreadEntryBodyCodec.INSTANCE)
                            .labels());
        }
    }

    @Test
    void labelsOfOthersAreRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            String json = "{\"agent\":\"acme.ReleaseBot\",\"input\":\"Ship\",\"labels\":{\"tenant\":\"other\"}}";

            assertEquals(403, desk.post("acme", "/api/threads", json).status());
            assertEquals(0, threads(desk));
        }
    }

    @Test
    void invalidContentHasPaths() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(
                    List.of("$.input"),
                    desk.post("alice", "/api/threads", "{\"agent\":\"acme.ReleaseBot\",\"input\":\" \"}")
                            .paths());
            assertEquals(
                    List.of("$.agent"),
                    desk.post("alice", "/api/threads", "{\"agent\":\"other\",\"input\":\"Ship\"}")
                            .paths());
            assertEquals(
                    List.of("$.agent"),
                    desk.post("alice", "/api/threads", "{\"input\":\"Ship\"}").paths());
            assertEquals(
                    List.of("$.labels"),
                    desk.post(
                                    "alice",
                                    "/api/threads",
                                    "{\"agent\":\"acme.ReleaseBot\",\"input\":\"Ship\",\"labels\":{\"\":\"x\"}}")
                            .paths());
            assertEquals(0, threads(desk));
        }
    }

    @Test
    void repeatedKeyReturnsTheFirstThread() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            ThreadEntryBody first = desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k-1")
                    .body(201, ThreadEntryBodyCodec.INSTANCE);

            ThreadEntryBody second = desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k-1")
                    .body(200, ThreadEntryBodyCodec.INSTANCE);

            assertEquals(first.id(), second.id());
        }
    }

    @Test
    void repeatedKeyWithOtherContentIsRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k-1").body(201, ThreadEntryBodyCodec.INSTANCE);

            HttpAnswer other =
                    desk.post("alice", "/api/threads", SHIP.replace("v1.0.0", "v2.0.0"), "Idempotency-Key", "k-1");

            other.problem(422);
            assertEquals(1, threads(desk));
        }
    }

    @Test
    void keysOfDifferentPeopleAreIndependent() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k-1").body(201, ThreadEntryBodyCodec.INSTANCE);
            desk.post("bob", "/api/threads", SHIP, "Idempotency-Key", "k-1").body(201, ThreadEntryBodyCodec.INSTANCE);

            assertEquals(2, threads(desk));
        }
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void simultaneousRequestsWithAKeyStartOneThread(Storage storage, @TempDir Path directory) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<HttpAnswer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> clients.submit(() -> {
                        start.await(60, TimeUnit.SECONDS);
                        return desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k-1");
                    }))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpAnswer> answer : answers) {
                statuses.add(answer.get(60, TimeUnit.SECONDS).status());
            }

            assertEquals(List.of(200, 200, 200, 201), statuses.stream().sorted().toList());
            assertEquals(1, threads(desk));
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut"})
    void invalidKeysAreRefused(String key) {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(
                    400,
                    desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", key)
                            .status());
        }
    }

    @Test
    void longKeysAreRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(
                    400,
                    desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k".repeat(256))
                            .status());
            assertEquals(
                    201,
                    desk.post("alice", "/api/threads", SHIP, "Idempotency-Key", "k".repeat(255))
                            .status());
        }
    }

    @Test
    void readersCannotStart() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(403, desk.post("reader", "/api/threads", SHIP).status());
            assertEquals(0, threads(desk));
        }
    }

    @Test
    void forkCopiesTheFirstEvents() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread original = desk.waitingForApproval("t1");

            HttpAnswer answer = desk.post("alice", "/api/threads/t1/fork", "{\"position\":2}");

            ThreadEntryBody copy = answer.body(201, ThreadEntryBodyCodec.INSTANCE);
            assertEquals("../" + copy.id(), answer.header("Location").orElseThrow());
            assertEquals(2, copy.size());
            assertEquals(
                    "t1",
                    desk.get("alice", "/api/threads/" + copy.id())
                            .thread()
                            .origin()
                            .orElseThrow()
                            .threadId());
            assertEquals(original, desk.store.load("t1").orElseThrow());
        }
    }

    @Test
    void forkOutsideTheThreadIsInvalid() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            int size = desk.waitingForApproval("t1").events().size();

            for (int position : new int[] {0, -1, size + 1}) {
                assertEquals(
                        List.of("$.position"),
                        desk.post("alice", "/api/threads/t1/fork", "{\"position\":" + position + "}")
                                .paths());
            }
            assertEquals(
                    403,
                    desk.post("approver", "/api/threads/t1/fork", "{\"position\":1}")
                            .status());
        }
    }

    @Test
    void triggerStartsAThread() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            HttpAnswer answer =
                    desk.post("alice", TICKET + "?label=case:7", "{\"author\":\"ann\",\"text\":\"Ship v1.0.0\"}");

            ThreadEntryBody entry = answer.body(201, ThreadEntryBodyCodec.INSTANCE);
            assertEquals(
                    "ann: Ship v1.0.0",
                    desk.get("alice", "/api/threads/" + entry.id()).thread().input());
            assertEquals(
                    "../../../threads/" + entry.id(), answer.header("Location").orElseThrow());
            assertEquals(Map.of("case", "7"), entry.labels());
        }
    }

    @Test
    void invalidPayloadHasPaths() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(
                    List.of("$.author", "$.text"),
                    desk.post("alice", TICKET, "{}").paths());
            assertEquals(0, threads(desk));
        }
    }

    @Test
    void unknownTriggersDoNotExist() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(
                    404,
                    desk.post("alice", "/api/agents/acme.ReleaseBot/triggers/start", "{}")
                            .status());
            assertEquals(
                    404,
                    desk.post("alice", "/api/agents/acme.Other/triggers/ticket", "{}")
                            .status());
        }
    }

    @Test
    void repeatedDeliveryWithOtherPayloadIsRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            String json = "{\"author\":\"ann\",\"text\":\"Ship\"}";
            desk.post("alice", TICKET, json, "Idempotency-Key", "k").body(201, ThreadEntryBodyCodec.INSTANCE);

            desk.post("alice", TICKET, json, "Idempotency-Key", "k").body(200, ThreadEntryBodyCodec.INSTANCE);
            desk.post("alice", TICKET, json.replace("ann", "eve"), "Idempotency-Key", "k")
                    .problem(422);

            assertEquals(1, threads(desk));
        }
    }
}
