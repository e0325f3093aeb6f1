package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.model.Delta;
import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.DeltaForwarder;
import dev.escapement.server.FollowFixture;
import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the stream of a thread with an HTTP client and a server on a socket. */
class FollowThreadTest {
    private static final String ID = "t1";
    private static final String FOLLOW = "api/threads/t1/follow";
    private static final int MESSAGES = 150;

    @Test
    void eachEventArrivesOnceAcrossRestarts(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("threads.db");
        try (JdbcThreadStore served = JdbcThreadStore.sqlite(file);
                JdbcThreadStore driven = JdbcThreadStore.sqlite(file);
                FollowFixture fixture = new FollowFixture(served, 10)) {
            fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                for (int i = 1; i <= MESSAGES; i++) {
                    FollowFixture.message(driven, ID, i, "message " + i);
                    if (i % 50 == 0) {
                        String newest = String.valueOf(i + 1);
                        client.await(each -> each.received().stream()
                                .anyMatch(received -> received.id().equals(newest)));
                        fixture.restart();
                    }
                }
                FollowFixture.stop(driven, ID);
                client.await(each -> !each.data("end").isEmpty());
                client.awaitStatus(204);
                assertEquals(
                        ids(MESSAGES + 2),
                        client.received().stream()
                                .filter(each -> each.event().equals("event"))
                                .map(StreamClient.Received::id)
                                .toList());
                assertTrue(client.statuses().size() > 3, "reconnected: " + client.statuses());
            }
        }
    }

    private static List<String> ids(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(Integer::toString).toList();
    }

    @Test
    void eventsHavePositionsAndStoredJson() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.await(each -> !each.received().isEmpty());
                assertEquals(
                        "{\"position\":0,\"event\":"
                                + Event.CODEC.encode(thread.events().get(0)) + "}",
                        client.data("event").get(0));
            }
        }
    }

    @Test
    void streamBeginsAfterTheGivenNumber() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            FollowFixture.message(fixture.store, ID, 1, "two");
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW + "?after=1"))) {
                client.await(each -> !each.data("event").isEmpty());
                assertEquals(
                        List.of("2"),
                        client.received().stream()
                                .map(StreamClient.Received::id)
                                .filter(id -> !id.isEmpty())
                                .toList());
            }
        }
    }

    @Test
    void numberBeyondTheThreadIsRefused() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW + "?after=2"))) {
                client.awaitStatus(400);
            }
        }
    }

    @Test
    void lateJoinerReceivesTheReplyInProgress() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            fixture.feed.arrived(thread, new Delta.Text("Hel"));
            fixture.feed.arrived(thread, new Delta.Text("lo"));
            fixture.feed.arrived(thread, new Delta.CallBegun(0, "close"));
            fixture.feed.arrived(thread, new Delta.Arguments(0, "{\"a\""));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.await(each -> each.data("delta").size() == 3);
                fixture.feed.arrived(thread, new Delta.Arguments(0, ":1}"));
                client.await(each -> each.data("delta").size() == 4);
                assertEquals(
                        List.of(
                                "{\"type\":\"text\",\"text\":\"Hello\"}",
                                "{\"type\":\"call_begun\",\"index\":0,\"tool\":\"close\"}",
                                "{\"type\":\"arguments\",\"index\":0,\"fragment\":\"{\\\"a\\\"\"}",
                                "{\"type\":\"arguments\",\"index\":0,\"fragment\":\":1}\"}"),
                        client.data("delta"));
            }
        }
    }

    @Test
    void resumedStreamReplacesTheReply() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            fixture.feed.arrived(thread, new Delta.Text("Hello"));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW + "?after=1"))) {
                client.await(each -> each.data("delta").size() == 2);
                assertEquals(
                        List.of("{\"type\":\"discarded\"}", "{\"type\":\"text\",\"text\":\"Hello\"}"),
                        client.data("delta"));
            }
        }
    }

    @Test
    void recordedReplyIsNotShownInProgress() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            fixture.feed.arrived(thread, new Delta.Text("Hello"));
            // recorded by another process, of which the feed is not notified
            fixture.store.append(
                    Append.of(ID, 1, new Event.ModelReplied(FollowFixture.AT, "Hello", List.of(), Usage.NONE)));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW + "?after=2"))) {
                FollowFixture.message(fixture.store, ID, 2, "three");
                client.await(each -> !each.data("event").isEmpty());
                client.awaitComment();
                assertEquals(List.of("{\"type\":\"discarded\"}"), client.data("delta"));
            }
        }
    }

    @Test
    void messageDuringAReplyDoesNotHideIt() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            fixture.feed.arrived(thread, new Delta.Text("Hel"));
            FollowFixture.message(fixture.store, ID, 1, "two");
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW + "?after=2"))) {
                client.await(each -> each.data("delta").size() == 2);
                fixture.feed.arrived(thread, new Delta.Text("lo"));
                client.await(each -> each.data("delta").size() == 3);
            }
        }
    }

    @Test
    void discardedAttemptIsReported() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            fixture.feed.arrived(thread, new Delta.Text("wrong"));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.await(each -> each.data("delta").size() == 1);
                fixture.feed.arrived(thread, new Delta.Discarded());
                fixture.feed.arrived(thread, new Delta.Text("right"));
                client.await(each -> each.data("delta").size() == 3);
                assertEquals(
                        List.of("{\"type\":\"discarded\"}", "{\"type\":\"text\",\"text\":\"right\"}"),
                        client.data("delta").subList(1, 3));
            }
        }
    }

    @Test
    void forwardedReplyArrives() throws Exception {
        try (FollowFixture fixture = new FollowFixture();
                DeltaForwarder forwarder = fixture.forwarder()) {
            AgentThread thread = fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                StringBuilder sent = new StringBuilder();
                for (int i = 0; i < 300; i++) {
                    forwarder.arrived(thread, new Delta.Text(i + " "));
                    sent.append(i).append(' ');
                }
                client.await(each -> text(each).length() >= sent.length());
                assertEquals(sent.toString(), text(client));
            }
        }
    }

    private static String text(StreamClient client) {
        List<String> texts = new ArrayList<>();
        for (String data : client.data("delta")) {
            texts.add(data.substring(data.indexOf("\"text\":\"") + 8, data.length() - 2));
        }
        return String.join("", texts);
    }

    @Test
    void forwardingWithoutTheServerReturnsAtOnce() throws Exception {
        AgentThread thread;
        URI gone;
        try (FollowFixture fixture = new FollowFixture()) {
            thread = fixture.start(ID);
            gone = fixture.url("");
        }
        try (DeltaForwarder forwarder = DeltaForwarder.to(gone).start()) {
            long begun = System.nanoTime();
            for (int i = 0; i < 100_000; i++) {
                forwarder.arrived(thread, new Delta.Text("text that is dropped"));
            }
            assertTrue(System.nanoTime() - begun < 30_000_000_000L, "the driver was delayed");
        }
    }

    @Test
    void streamEndsWithTheIdentity() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.await(each -> !each.received().isEmpty());
                fixture.identities.clear();
                fixture.clock.advance(Duration.ofSeconds(11));
                client.awaitStatus(401);
                FollowFixture.message(fixture.store, ID, 1, "secret");
                assertEquals(1, client.received().size());
            }
        }
    }

    @Test
    void invisibleThreadIsNotFound() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            fixture.identities.put("alice", FollowFixture.restricted("alice", "tenant", "acme"));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.awaitStatus(404);
            }
        }
    }

    @Test
    void identityWithoutTheRoleIsRefused() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            fixture.identities.put("alice", Identity.of("alice", Role.STARTER));
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.awaitStatus(403);
            }
        }
    }

    @Test
    void erasedThreadIsRefused() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            fixture.store.erase(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.awaitStatus(410);
            }
        }
    }

    @Test
    void erasureEndsTheStream() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at(FOLLOW))) {
                client.await(each -> !each.received().isEmpty());
                fixture.store.erase(ID);
                client.awaitStatus(410);
            }
        }
    }

    @Test
    void streamAboveTheLimitIsRefused() throws Exception {
        try (FollowFixture fixture = new FollowFixture(new InMemoryThreadStore(), 1)) {
            fixture.start(ID);
            try (StreamClient first = StreamClient.open(fixture.at(FOLLOW))) {
                first.await(each -> !each.received().isEmpty());
                try (StreamClient second = StreamClient.open(fixture.at(FOLLOW))) {
                    second.awaitStatus(503);
                }
            }
        }
    }

    @Test
    void closedClientLeaves() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            StreamClient client = StreamClient.open(fixture.at(FOLLOW));
            client.awaitComment();
            client.close();
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (fixture.followers() > 0 && System.nanoTime() - deadline < 0) {
                Thread.onSpinWait();
            }
            assertEquals(0, fixture.followers());
        }
    }

    @Test
    void fiftyClientsReceiveEverything() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            List<StreamClient> clients = Stream.generate(() -> StreamClient.open(fixture.at(FOLLOW)))
                    .limit(50)
                    .toList();
            try {
                for (int i = 1; i <= 20; i++) {
                    FollowFixture.message(fixture.store, ID, i, "message " + i);
                }
                FollowFixture.stop(fixture.store, ID);
                for (StreamClient client : clients) {
                    client.await(each -> !each.data("end").isEmpty());
                    assertEquals(22, client.data("event").size());
                }
            } finally {
                for (StreamClient client : clients) {
                    client.close();
                }
            }
        }
    }

    @Test
    void changedQuestionsAreReported() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            AgentThread thread = fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at("api/questions/follow"))) {
                client.await(each -> each.data("changed").size() == 1);
                fixture.store.append(Append.of(
                        thread, new Event.PersonAsked(FollowFixture.AT, "Continue?"), FollowFixture.waiting()));
                client.await(each -> each.data("changed").size() == 2);
            }
        }
    }

    @Test
    void otherChangesOfThreadsAreNotReported() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start(ID);
            try (StreamClient client = StreamClient.open(fixture.at("api/questions/follow"))) {
                client.await(each -> each.data("changed").size() == 1);
                FollowFixture.message(fixture.store, ID, 1, "two");
                client.awaitComment();
                assertEquals(1, client.data("changed").size());
            }
        }
    }
}
