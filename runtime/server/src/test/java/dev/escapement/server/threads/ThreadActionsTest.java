package dev.escapement.server.threads;

import static dev.escapement.server.body.PermittedAction.CANCEL;
import static dev.escapement.server.body.PermittedAction.EXTEND;
import static dev.escapement.server.body.PermittedAction.FORK;
import static dev.escapement.server.body.PermittedAction.MESSAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of {@link ThreadActions}. */
class ThreadActionsTest {

    private static ThreadBody read(ReleaseDesk desk, String person) {
        return desk.get(person, "/api/threads/t1").thread();
    }

    private static List<PermittedAction> permitted(ReleaseDesk desk, String person) {
        return read(desk, person).permitted();
    }

    @Test
    void openThreadPermitsAll() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(List.of(MESSAGE, EXTEND, CANCEL, FORK), permitted(desk, "alice"));
        }
    }

    @Test
    void missingRolePermitsNothing() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");

            assertEquals(List.of(), permitted(desk, "reader"));
        }
    }

    @Test
    void policyRestrictsActions() {
        try (ReleaseDesk desk = ReleaseDesk.with((identity, agent, kind, call) -> kind == DecisionPolicy.Kind.CANCEL)) {
            desk.waitingForApproval("t1");

            assertEquals(List.of(CANCEL), permitted(desk, "alice"));
        }
    }

    @Test
    void finishedThreadCanOnlyBeCopied() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.finished("t1");

            assertEquals(List.of(FORK), permitted(desk, "alice"));
        }
    }

    @Test
    void cancelledThreadCannotBeExtended() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("t1");
            desk.decide("alice", "t1", "{\"type\":\"cancel\",\"reason\":\"Wrong\"}");

            ThreadBody body = read(desk, "alice");

            assertEquals(Optional.of(StopCause.CANCELLED), body.cause());
            assertEquals(List.of(FORK), body.permitted());
        }
    }

    @Test
    void threadStoppedByItsBudgetCanBeExtended() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentThread thread = desk.waitingForApproval("t1");
            Event stopped = new Event.Stopped(Instant.now(), "", StopCause.BUDGET, "The tokens are used up.");
            desk.store.append(new Append(
                    "t1",
                    thread.events().size(),
                    List.of(stopped),
                    Optional.empty(),
                    Standing.of(Standing.Phase.STOPPED)));

            ThreadBody body = read(desk, "alice");

            assertEquals(Optional.of(StopCause.BUDGET), body.cause());
            assertEquals(List.of(EXTEND, FORK), body.permitted());
        }
    }

    @Test
    void unknownAgentPermitsOnlyTheEnd() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory();
                ReleaseDesk other = desk.withoutBot()) {
            desk.waitingForApproval("t1");

            // The planner executes threads of the bot, so that its runner can copy them.
            assertEquals(List.of(CANCEL, FORK), permitted(other, "alice"));
        }
    }
}
