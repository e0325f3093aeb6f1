package dev.escapement.server.threads;

import static dev.escapement.server.threads.ReleaseDesks.decision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Standing;
import dev.escapement.run.ThreadQueue;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.body.QuestionBody;
import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.thread.AgentThread;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of decisions about threads that wait through a release of their agent. */
class DecisionReleaseTest {

    /** Permits every decision except those about the call that the next release renames. */
    private static final DecisionPolicy WITHOUT_TAGS = (identity, agent, kind, call) ->
            call.isEmpty() || !call.get().tool().equals("ship_tag");

    private static QuestionBody question(ReleaseDesk desk, String id) {
        return desk.get("alice", "/api/threads/" + id + "/questions")
                .body(200, QuestionPageBodyCodec.INSTANCE)
                .questions()
                .get(0);
    }

    private static boolean isDue(ReleaseDesk desk) {
        return !((ThreadQueue) desk.store)
                .claim(Set.of("acme.ReleaseBot"), 1, Duration.ofMinutes(1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "approve_edited", "refuse"})
    void decisionAboutALapsedApprovalWakesTheThread(String type) {
        String more = switch (type) {
            case "approve_edited" -> ",\"arguments\":{\"version\":\"v1.0.1\"}";
            case "refuse" -> ",\"reason\":\"Not now\"";
            default -> "";
        };
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(DecisionPolicy.BY_ROLE)) {
            AgentThread thread = desk.waitingForApproval("t1");

            HttpAnswer answer = revised.decide("alice", "t1", decision(type, thread, more));

            assertTrue(answer.problem(409).detail().contains("new release"), answer.body());
            assertTrue(isDue(revised));
        }
    }

    @Test
    void decisionAboutAWithdrawnQuestionWakesTheThread() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(DecisionPolicy.BY_ROLE)) {
            desk.waitingForReply("t1");
            String sha256 = question(revised, "t1").argumentsSha256();

            HttpAnswer answer = revised.decide("alice", "t1", decision("reply", "q1", sha256, ",\"reply\":\"Now\""));

            assertTrue(answer.problem(409).detail().contains("new release"), answer.body());
            assertTrue(isDue(revised));
        }
    }

    @Test
    void renewedApprovalCanBeDecided() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(DecisionPolicy.BY_ROLE)) {
            desk.waitingForApproval("t1");
            revised.runner.resume("t1");
            QuestionBody renewed = question(revised, "t1");

            HttpAnswer answer = revised.decide("alice", "t1", decision("approve", "c1", renewed.argumentsSha256(), ""));

            assertEquals(Standing.Phase.RUNNABLE, answer.thread().phase());
        }
    }

    @Test
    void decisionAboutARunnableThreadDoesNotWakeIt() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            desk.decide("bob", "t1", decision("approve", thread, "")).thread();
            List<ThreadQueue.Claim> claims =
                    ((ThreadQueue) desk.store).claim(Set.of("acme.ReleaseBot"), 1, Duration.ofMinutes(1));
            ((ThreadQueue) desk.store).park(claims.get(0));

            desk.decide("alice", "t1", decision("approve", thread, "")).problem(409);

            assertEquals(false, isDue(desk));
        }
    }

    @Test
    void policySeesTheCurrentNameOfASelectedCall() {
        String answer = ",\"answer\":{\"type\":\"next\",\"tool\":\"ship_release\",\"json\":{\"version\":\"v1.0.0\"}}";
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(WITHOUT_TAGS)) {
            desk.waitingForReply("t1");
            String sha256 = question(revised, "t1").argumentsSha256();

            assertEquals(
                    403,
                    revised.decide("alice", "t1", decision("answer", "q1", sha256, answer))
                            .status());
        }
    }

    @Test
    void policySeesTheCurrentNameOfAnApprovedCall() {
        String answer = ",\"answer\":{\"type\":\"failed\",\"reason\":\"Broken\"}";
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(WITHOUT_TAGS)) {
            AgentThread thread = desk.waitingForApproval("t1");
            desk.decide("bob", "t1", decision("approve", thread, "")).thread();

            assertEquals(
                    403,
                    revised.decide("alice", "t1", decision("answer", thread, answer))
                            .status());
        }
    }
}
