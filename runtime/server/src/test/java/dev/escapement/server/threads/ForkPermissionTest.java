package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.thread.AgentThread;
import org.junit.jupiter.api.Test;

/** Tests of {@link ForkPermission}. */
class ForkPermissionTest {

    /** Permits only alice to approve. */
    private static final DecisionPolicy ALICE_APPROVES = (identity, agent, kind, call) ->
            kind != DecisionPolicy.Kind.APPROVE || identity.name().equals("alice");

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
}
