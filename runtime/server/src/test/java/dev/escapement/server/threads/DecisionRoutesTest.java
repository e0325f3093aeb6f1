package dev.escapement.server.threads;

import static dev.escapement.server.threads.ReleaseDesks.decision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.Standing;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.server.threads.ReleaseDesk.Storage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of {@link DecisionRoutes}. */
class DecisionRoutesTest {

    @ParameterizedTest
    @EnumSource(Storage.class)
    void approvalRecordsTheIdentity(Storage storage, @TempDir Path directory) {
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            AgentThread thread = desk.waitingForApproval("t1");

            ThreadBody body =
                    desk.decide("alice", "t1", decision("approve", thread, "")).thread();

            assertEquals(Standing.Phase.RUNNABLE, body.phase());
            assertEquals("alice", ((Event.Approved) ReleaseDesks.last(desk, "t1")).by());
        }
    }

    @Test
    void policyReceivesTheArgumentsThatRun() {
        List<String> arguments = new CopyOnWriteArrayList<>();
        DecisionPolicy policy = (identity, agent, kind, call) ->
                arguments.add(call.orElseThrow().arguments());
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            AgentThread thread = desk.waitingForApproval("t1");

            desk.decide(
                            "alice",
                            "t1",
                            decision("approve_edited", thread, ",\"arguments\":{\"t\\u0061g\":\"v2\\u002e0.0\"}"))
                    .thread();

            assertTrue(arguments.contains("{\"tag\":\"v2.0.0\"}"), arguments::toString);
            assertEquals(
                    "{\"tag\":\"v2.0.0\"}",
                    ((Event.Approved) ReleaseDesks.last(desk, "t1"))
                            .editedArguments()
                            .orElseThrow());
        }
    }

    @Test
    void editedArgumentsAreRecorded() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            desk.decide("alice", "t1", decision("approve_edited", thread, ",\"arguments\":{\"tag\":\"v1.0.1\"}"))
                    .thread();

            assertEquals(
                    "{\"tag\":\"v1.0.1\"}",
                    ((Event.Approved) ReleaseDesks.last(desk, "t1"))
                            .editedArguments()
                            .orElseThrow());
        }
    }

    @Test
    void invalidEditHasPathsInTheBody() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            HttpAnswer answer = desk.decide(
                    "alice", "t1", decision("approve_edited", thread, ",\"arguments\":{\"tag\":\"latest\"}"));

            assertEquals(List.of("$.arguments.tag"), answer.paths());
        }
    }

    @Test
    void blankReasonIsInvalid() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            HttpAnswer answer = desk.decide("alice", "t1", decision("refuse", thread, ",\"reason\":\" \""));

            assertEquals(List.of("$.reason"), answer.paths());
        }
    }

    @Test
    void unknownCallIsInvalid() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            HttpAnswer answer = desk.decide("alice", "t1", decision("approve", "c9", "", ""));

            assertEquals(List.of("$.callId"), answer.paths());
        }
    }

    @Test
    void replyIsDecodedAndRecorded() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForReply("t1");
            String sha256 = ReleaseDesks.sha256(desk, "alice", "t1");

            HttpAnswer invalid =
                    desk.decide("alice", "t1", decision("reply", "q1", sha256, ",\"reply\":{\"hours\":0}"));
            assertEquals(List.of("$.reply.hours"), invalid.paths());
            ThreadBody valid = desk.decide("alice", "t1", decision("reply", "q1", sha256, ",\"reply\":{\"hours\":2}"))
                    .thread();

            assertEquals(thread.events().size() + 1, valid.size());
        }
    }

    @Test
    void unknownOutcomeIsResolvedByAPerson() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1", "v6.6.6");
            desk.runner.approve("t1", "c1", Approver.of("bob"));
            String sha256 = ReleaseDesks.sha256(desk, "alice", "t1");

            HttpAnswer other = desk.decide(
                    "alice", "t1", decision("answer", "c1", sha256, ",\"answer\":{\"type\":\"finished\",\"json\":1}"));
            assertEquals(List.of("$.answer.type"), other.paths());
            desk.decide(
                            "alice",
                            "t1",
                            decision("answer", "c1", sha256, ",\"answer\":{\"type\":\"returned\",\"json\":\"v6.6.6\"}"))
                    .thread();

            AnsweredByPerson event = (AnsweredByPerson) ReleaseDesks.last(desk, "t1");
            assertEquals("alice", event.by());
            assertTrue(thread.events().size()
                    < desk.store.load("t1").orElseThrow().events().size());
        }
    }

    @Test
    void messageReachesTheThread() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            desk.decide("alice", "t1", "{\"type\":\"message\",\"text\":\"Hurry up\"}")
                    .thread();
            HttpAnswer blank = desk.decide("alice", "t1", "{\"type\":\"message\",\"text\":\"\"}");

            assertEquals("Hurry up", ((Event.MessageReceived) ReleaseDesks.last(desk, "t1")).text());
            assertEquals(List.of("$.text"), blank.paths());
        }
    }

    private static String message(String sha256) {
        return "{\"type\":\"message\",\"text\":\"v1.4.2\",\"argumentsSha256\":\"" + sha256 + "\"}";
    }

    @Test
    void messageForTheShownQuestionIsRecordedOnce() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForMessage("t1", "Which tag?");
            String shown = ReleaseDesks.sha256(desk, "alice", "t1");

            desk.decide("bob", "t1", message(shown)).thread();
            HttpAnswer second = desk.decide("alice", "t1", message(shown));

            assertTrue(second.problem(409).detail().contains("received a message"), second.body());
        }
    }

    @Test
    void messageForAnEarlierQuestionIsAConflict() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForMessage("t1", "Which tag?");
            String shown = ReleaseDesks.sha256(desk, "alice", "t1");
            desk.model.then(ModelReply.text("Which tag?"));
            int size = desk.runner.reply("t1", "v1.4.1").events().size();

            HttpAnswer late = desk.decide("alice", "t1", message(shown));

            assertEquals(409, late.status());
            assertEquals(size, desk.store.load("t1").orElseThrow().events().size());
        }
    }

    @Test
    void extensionRequiresAPositiveAmount() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(
                    List.of("$"),
                    desk.decide("alice", "t1", "{\"type\":\"extend\"}").paths());
            assertEquals(
                    List.of("$.steps"),
                    desk.decide("alice", "t1", "{\"type\":\"extend\",\"steps\":0}")
                            .paths());
            desk.decide("alice", "t1", "{\"type\":\"extend\",\"steps\":2,\"cost\":0.5}")
                    .thread();

            assertEquals("alice", ((Event.BudgetExtended) ReleaseDesks.last(desk, "t1")).by());
        }
    }

    @Test
    void malformedDecisionHasAllViolations() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(
                    List.of("$.type"),
                    desk.decide("alice", "t1", "{\"type\":\"agree\"}").paths());
            assertEquals(
                    List.of("$.argumentsSha256", "$.callId"),
                    desk.decide("alice", "t1", "{\"type\":\"approve\"}").paths());
        }
    }

    @Test
    void decisionIsExecutedByTheRunner() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            desk.decide("alice", "t1", decision("approve", thread, "")).thread();
            desk.model.then(ModelReply.call("f1", "close_release", "{\"text\":\"Shipped\"}"));

            desk.runner.resume("t1");

            ThreadBody body = desk.get("alice", "/api/threads/t1").thread();
            assertEquals("\"Shipped\"", body.result().orElseThrow().json());
        }
    }

    @Test
    void replyToAnEarlierQuestionIsAConflict() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForReply("t1");
            String shown = ReleaseDesks.sha256(desk, "alice", "t1");
            desk.decide(
                            "bob",
                            "t1",
                            decision("answer", "q1", shown, ",\"answer\":{\"type\":\"question\",\"text\":\"Where?\"}"))
                    .thread();

            HttpAnswer answer = desk.decide("alice", "t1", decision("reply", "q1", shown, ",\"reply\":{\"hours\":2}"));

            assertTrue(answer.problem(409).detail().contains("not those that you saw"), answer.body());
        }
    }
}
