package dev.escapement.server.threads;

import static dev.escapement.server.threads.ReleaseDesks.decision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.thread.AgentThread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the roles, the policy and the visibility that decisions require. */
class DecisionPermissionTest {

    @Test
    void roleIsRequired() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            assertEquals(
                    403,
                    desk.decide("reader", "t1", decision("approve", thread, "")).status());
            assertEquals(
                    403,
                    desk.decide("approver", "t1", "{\"type\":\"cancel\",\"reason\":\"\"}")
                            .status());
            assertEquals(thread, desk.store.load("t1").orElseThrow());
        }
    }

    @Test
    void serverWithoutAPolicyPermitsNothing() {
        try (ReleaseDesk desk = ReleaseDesk.withoutPolicy()) {
            AgentThread thread = desk.waitingForApproval("t1");

            HttpAnswer approved = desk.decide("approver", "t1", decision("approve", thread, ""));

            assertEquals(
                    "urn:escapement:problem:forbidden", approved.problem(403).type());
            assertEquals(thread, desk.store.load("t1").orElseThrow());
        }
    }

    @Test
    void policySeesProposedAndEditedArguments() {
        DecisionPolicy policy = (identity, agent, kind, call) ->
                call.isEmpty() || !call.get().arguments().contains("v2.");
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            AgentThread first = desk.waitingForApproval("t1");
            AgentThread second = desk.waitingForApproval("t2", "v2.0.0");

            HttpAnswer toForbidden = desk.decide(
                    "alice", "t1", decision("approve_edited", first, ",\"arguments\":{\"tag\":\"v2.0.0\"}"));
            HttpAnswer fromForbidden = desk.decide(
                    "alice", "t2", decision("approve_edited", second, ",\"arguments\":{\"tag\":\"v1.0.0\"}"));

            assertEquals(List.of(403, 403), List.of(toForbidden.status(), fromForbidden.status()));
        }
    }

    @Test
    void policySeesArgumentsOfTheSelectedCallAsTheyRun() {
        DecisionPolicy policy = (identity, agent, kind, call) ->
                call.isEmpty() || !call.get().arguments().contains("v2.");
        String answer = ",\"answer\":{\"type\":\"next\",\"tool\":\"ship_release\",\"json\":{\"tag\":\"v2\\u002e0.0\"}}";
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            desk.waitingForReply("t1");
            String sha256 = ReleaseDesks.sha256(desk, "alice", "t1");

            assertEquals(
                    403,
                    desk.decide("alice", "t1", decision("answer", "q1", sha256, answer))
                            .status());
        }
    }

    @Test
    void policySeesTheSelectedCall() {
        DecisionPolicy policy = (identity, agent, kind, call) ->
                call.isEmpty() || !call.get().tool().equals("ship_release");
        String answer = ",\"answer\":{\"type\":\"next\",\"tool\":\"ship_release\",\"json\":{\"tag\":\"v1.0.0\"}}";
        try (ReleaseDesk desk = ReleaseDesk.with(policy)) {
            desk.waitingForReply("t1");
            String sha256 = ReleaseDesks.sha256(desk, "alice", "t1");

            assertEquals(
                    403,
                    desk.decide("alice", "t1", decision("answer", "q1", sha256, answer))
                            .status());
        }
    }

    @Test
    void threadOfAnotherTenantDoesNotExist() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");

            assertEquals(
                    404,
                    desk.decide("acme", "t1", decision("approve", thread, "")).status());
        }
    }

    @Test
    void threadOfAnUnknownAgentCanOnlyBeCancelled() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk other = desk.withoutBot()) {
            AgentThread thread = desk.waitingForApproval("t1");

            HttpAnswer refused = other.decide("alice", "t1", decision("approve", thread, ""));
            HttpAnswer read = other.get("alice", "/api/threads/t1");
            HttpAnswer cancelled = other.decide("alice", "t1", "{\"type\":\"cancel\",\"reason\":\"\"}");

            assertTrue(refused.problem(422).detail().contains("AgentServer.of"), refused.body());
            assertEquals(List.of(200, 200), List.of(read.status(), cancelled.status()));
        }
    }
}
