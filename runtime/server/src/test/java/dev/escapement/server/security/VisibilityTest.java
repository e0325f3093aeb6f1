package dev.escapement.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.DoorThreads;
import dev.escapement.server.Identity;
import dev.escapement.server.LoggedLines;
import dev.escapement.server.Role;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.tool.Call;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tests of which threads an identity can see, and what it may decide. */
class VisibilityTest {
    private static final Identity ALICE = new Identity("alice", Set.of(Role.APPROVER), Map.of("tenant", "acme"));
    private static final Identity ROOT = Identity.of("root", Role.values());
    private static final Optional<Call> CALL =
            Optional.of(new Call("call_1", "close_door", "{\"summary\":\"s3cr3t\"}"));

    private final DoorThreads threads = new DoorThreads();
    private final VisibleThreads visible = new VisibleThreads(context(DecisionPolicy.DENY));

    @BeforeEach
    void start() {
        threads.add("own", "tenant", "acme", "team", "x");
        threads.add("other", "tenant", "globex");
        threads.add("plain");
    }

    private ServerContext context(DecisionPolicy policy) {
        return new ServerContext(
                threads.store(),
                threads.store(),
                ThreadInbox.of(threads.store(), threads.loop()),
                Map.of(),
                Map.of(),
                policy,
                () -> {},
                Clock.systemUTC());
    }

    @Test
    void ownThreadIsVisible() {
        assertEquals("own", visible.load(ALICE, "own").id());
        assertEquals("own", visible.entry(ALICE, "own").id());
    }

    @Test
    void otherThreadsLookAbsent() {
        for (String id : new String[] {"other", "plain", "missing"}) {
            assertProblem(ProblemType.NOT_FOUND, () -> visible.load(ALICE, id));
            assertProblem(ProblemType.NOT_FOUND, () -> visible.entry(ALICE, id));
        }
    }

    @Test
    void identityWithoutLabelsSeesAll() {
        for (String id : new String[] {"own", "other", "plain"}) {
            assertEquals(id, visible.load(ROOT, id).id());
        }
    }

    @Test
    void missingThreadIsNotFound() {
        assertProblem(ProblemType.NOT_FOUND, () -> visible.load(ROOT, "missing"));
    }

    @Test
    void erasureDeletesTheLabels() {
        threads.store().erase("own");

        assertProblem(ProblemType.NOT_FOUND, () -> visible.load(ALICE, "own"));
        assertThrows(ErasedThreadException.class, () -> visible.load(ROOT, "own"));
    }

    @Test
    void queriesAreRestricted() {
        assertEquals(
                Map.of("tenant", "acme", "team", "x"),
                VisibleThreads.restrict(ALICE, ThreadQuery.all().label("team", "x"))
                        .orElseThrow()
                        .labels());
        assertEquals(
                Map.of("tenant", "acme"),
                VisibleThreads.restrict(ALICE, QuestionQuery.all())
                        .orElseThrow()
                        .labels());
    }

    @Test
    void queryForOtherLabelsSelectsNothing() {
        assertEquals(
                Optional.empty(),
                VisibleThreads.restrict(ALICE, ThreadQuery.all().label("tenant", "globex")));
        assertEquals(
                Optional.empty(),
                VisibleThreads.restrict(ALICE, QuestionQuery.all().label("tenant", "globex")));
    }

    @Test
    void startedThreadsHaveTheLabels() {
        assertEquals(Map.of("tenant", "acme", "a", "b"), VisibleThreads.labels(ALICE, Map.of("a", "b")));
    }

    @Test
    void startWithOtherLabelsIsRefused() {
        assertProblem(ProblemType.FORBIDDEN, () -> VisibleThreads.labels(ALICE, Map.of("tenant", "globex")));
    }

    @Test
    void decisionRequiresItsRole() {
        ServerContext context = context(DecisionPolicy.BY_ROLE);

        Permissions.require(context, ALICE, "desk", DecisionPolicy.Kind.APPROVE, CALL);
        assertProblem(
                ProblemType.FORBIDDEN,
                () -> Permissions.require(context, ALICE, "desk", DecisionPolicy.Kind.CANCEL, Optional.empty()));
    }

    @Test
    void policyCanRefuse() {
        assertProblem(
                ProblemType.FORBIDDEN,
                () -> Permissions.require(
                        context(DecisionPolicy.DENY), ROOT, "desk", DecisionPolicy.Kind.APPROVE, CALL));
    }

    @Test
    void policyReceivesTheDecision() {
        ServerContext context = context((identity, agent, kind, call) -> identity.equals(ALICE)
                && agent.equals("desk")
                && kind == DecisionPolicy.Kind.APPROVE
                && call.equals(CALL));

        assertTrue(Permissions.permits(context, ALICE, "desk", DecisionPolicy.Kind.APPROVE, CALL));
        assertFalse(Permissions.permits(context, ALICE, "desk", DecisionPolicy.Kind.REFUSE, CALL));
    }

    @Test
    void failingPolicyRefusesWithoutContent() {
        ServerContext context = context((identity, agent, kind, call) -> {
            throw new IllegalStateException(call.toString() + "s3cr3t");
        });
        try (LoggedLines log = new LoggedLines()) {
            assertFalse(Permissions.permits(context, ROOT, "desk", DecisionPolicy.Kind.APPROVE, CALL));
            assertTrue(log.text().contains("IllegalStateException"), log::text);
            assertFalse(log.text().contains("s3cr3t"), log::text);
        }
    }

    private static void assertProblem(ProblemType type, Executable code) {
        assertEquals(type, assertThrows(ProblemException.class, code).problem().kind());
    }
}
