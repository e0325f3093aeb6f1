package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of {@link ForkPermission}. */
class ForkPermissionTest {

    /** Permits only alice to approve. */
    private static final DecisionPolicy ALICE_APPROVES = (identity, agent, kind, call) ->
            kind != DecisionPolicy.Kind.APPROVE || identity.name().equals("alice");

    /** Permits only alice to answer open calls. */
    private static final DecisionPolicy ALICE_ANSWERS = (identity, agent, kind, call) ->
            kind != DecisionPolicy.Kind.ANSWER || identity.name().equals("alice");

    /** Starts a thread whose last event is an approval by alice, and returns the number of its events. */
    private static int approved(ReleaseDesk desk, String id) {
        AgentThread thread = desk.waitingForApproval(id);
        return desk.decide("alice", id, ReleaseDesks.decision("approve", thread, ""))
                .thread()
                .size();
    }

    private static HttpAnswer fork(ReleaseDesk desk, String person, int position) {
        return desk.post(person, "/api/threads/t1/fork", "{\"position\":" + position + "}");
    }

    private static int threads(ReleaseDesk desk) {
        return ((ThreadIndex) desk.store).count(ThreadQuery.all(), 10);
    }

    @Test
    void policyDecidesForks() {
        try (ReleaseDesk desk = ReleaseDesk.with((identity, agent, kind, call) -> kind != DecisionPolicy.Kind.FORK)) {
            desk.waitingForApproval("t1");

            assertEquals(403, fork(desk, "alice", 1).status());
            assertEquals(1, threads(desk));
        }
    }

    @Test
    void copyOfAnApprovalRequiresPermission() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_APPROVES)) {
            int size = approved(desk, "t1");

            HttpAnswer answer = fork(desk, "bob", size);

            assertTrue(answer.problem(403).detail().contains("Fork before the approval"), answer.body());
            assertEquals(1, threads(desk));
        }
    }

    @Test
    void permittedPersonCopiesAnApproval() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_APPROVES)) {
            assertEquals(201, fork(desk, "alice", approved(desk, "t1")).status());
        }
    }

    @Test
    void eventsBeforeTheApprovalCanBeCopied() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_APPROVES)) {
            assertEquals(201, fork(desk, "bob", approved(desk, "t1") - 1).status());
        }
    }

    @Test
    void approvalOfAStoppedThreadStillCounts() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_APPROVES)) {
            approved(desk, "t1");
            int size = desk.decide("alice", "t1", "{\"type\":\"cancel\",\"reason\":\"Wrong\"}")
                    .thread()
                    .size();

            assertEquals(403, fork(desk, "bob", size).status());
        }
    }

    @Test
    void policySeesTheApprovedCallAsItRuns() {
        DecisionPolicy policy = (identity, agent, kind, call) -> kind != DecisionPolicy.Kind.APPROVE
                || identity.name().equals("alice")
                || !call.orElseThrow().arguments().contains("v2.");
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            AgentThread thread = desk.waitingForApproval("t1", "v2\\u002e0.0");
            int size = desk.decide("alice", "t1", ReleaseDesks.decision("approve", thread, ""))
                    .thread()
                    .size();

            assertEquals(403, fork(desk, "bob", size).status());
        }
    }

    @Test
    void policySeesTheCurrentNameOfTheApprovedCall() {
        DecisionPolicy policy = (identity, agent, kind, call) -> kind != DecisionPolicy.Kind.APPROVE
                || identity.name().equals("alice")
                || !call.orElseThrow().tool().equals("ship_tag");
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk revised = desk.revised(policy)) {
            int size = approved(desk, "t1");

            assertEquals(403, fork(revised, "bob", size).status());
        }
    }

    @Test
    void copyOfAnotherRunRequiresPermission() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_ANSWERS)) {
            AgentThread thread = desk.waitingForApproval("t1", "v6.6.6");
            desk.decide("alice", "t1", ReleaseDesks.decision("approve", thread, ""))
                    .thread();
            desk.runner.resume("t1");
            String answer = ReleaseDesks.decision(
                    "answer", "c1", ReleaseDesks.sha256(desk, "alice", "t1"), ",\"answer\":{\"type\":\"run_again\"}");
            int size = desk.decide("alice", "t1", answer).thread().size();

            HttpAnswer refused = fork(desk, "bob", size);

            assertTrue(refused.problem(403).detail().contains("Fork before the decision"), refused.body());
            assertEquals(201, fork(desk, "bob", size - 1).status());
        }
    }

    @Test
    void copyOfASelectedCallRequiresPermission() {
        try (ReleaseDesk desk = ReleaseDesk.with(ALICE_ANSWERS)) {
            AgentThread thread = desk.waitingForReply("t1");
            Event selected = new AnsweredByPerson(
                    Instant.now(), "q1", "alice", new Answer.Next("ship_release", "{\"tag\":\"v1.0.0\"}"), "q1.1");
            int size = thread.events().size();
            desk.store.append(new Append("t1", size, List.of(selected), Optional.empty(), Standing.RUNNABLE));

            assertEquals(403, fork(desk, "bob", size + 1).status());
            assertEquals(201, fork(desk, "bob", size).status());
        }
    }
}
