package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.cli.TestStore.Kind;
import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the commands on threads that other threads started. */
class TreeCommandsTest {

    private static final Instant AT = TestStore.CLOCK.instant();
    private static final String CHILD = "t~0123456789abcdef";

    @TempDir
    Path folder;

    /** Creates a desk that waits for orders, which require approval. */
    private static TestStore fill(TestStore test) {
        ThreadStore store = test.store();
        store.append(Append.of(
                        "t",
                        0,
                        new Event.Started(AT, "x.Desk", Start.of("A-1").label("tenant", "acme"), Budget.UNLIMITED),
                        new Event.ModelReplied(AT, "", List.of(new Call("c1", "orders", "{}")), Usage.NONE),
                        new Event.StepStarted(AT, "c1", Effect.WRITE, "k1", 1, "delegates"),
                        new DelegateStarted(AT, "c1", "x.Orders", CHILD, Start.of("A-1"), Budget.UNLIMITED, false))
                .with(waiting("c1", Standing.Kind.CHILD)));
        store.append(Append.of(
                        CHILD,
                        0,
                        new Event.Started(
                                AT,
                                "x.Orders",
                                Start.of("A-1"),
                                Budget.UNLIMITED,
                                Optional.of(new ParentCall("t", "c1", List.of("x.Desk"), 3)),
                                Map.of(),
                                Optional.empty()),
                        new Event.ModelReplied(AT, "", List.of(new Call("d1", "send", "{\"a\":1}")), Usage.NONE),
                        new Event.ApprovalAsked(AT, "d1", "Send it?", "ab12cd34ef"))
                .with(waiting("d1", Standing.Kind.APPROVAL)));
        return test;
    }

    private static Standing waiting(String callId, Standing.Kind kind) {
        Standing.Question question = new Standing.Question(callId, kind, AT, Optional.empty());
        return new Standing(Standing.Phase.WAITING, Optional.empty(), List.of(question));
    }

    @ParameterizedTest
    @EnumSource
    void parentIsShownWithTheQuestionsOfItsChildren(Kind kind) {
        TestStore store = fill(TestStore.in(folder, kind));

        assertEquals("""
                thread t of Desk
                  person  A-1
                    call  orders {}
                     run  orders (write)
                delegate  c1 to Orders, thread t~0123456789abcdef: A-1

                Thread t is waiting since 2026-11-20T10:00:00Z, with 4 events.
                Its labels are tenant=acme.
                Threads that thread t started:
                  c1: thread t~0123456789abcdef of Orders is waiting, with 3 events
                Open questions of thread t:
                  c1 of orders waits for the thread that it started, since 2026-11-20T10:00:00Z
                Open questions of thread t~0123456789abcdef (Desk > Orders):
                  d1 of send requires approval, since 2026-11-20T10:00:00Z
                    | {"a":1}
                    | Send it?
                    escapement approve 't~0123456789abcdef' d1 --by NAME
                    escapement refuse 't~0123456789abcdef' d1 --by NAME --reason TEXT
                """, store.run("show", "t").success());
    }

    @Test
    void childIsShownWithItsParent() {
        String out = fill(TestStore.memory()).run("show", CHILD).success();

        assertTrue(out.startsWith("thread " + CHILD + " of Desk > Orders\n"), out);
        assertTrue(out.contains("\nIts path is Desk > Orders. Call c1 of thread t started it.\n"), out);
    }

    @ParameterizedTest
    @EnumSource
    void questionsHaveThePathOfTheirAgents(Kind kind) {
        TestStore store = fill(TestStore.in(folder, kind));

        assertEquals(
                """
                THREAD              AGENT          CALL  KIND      SINCE                 UNTIL
                t~0123456789abcdef  Desk > Orders  d1    approval  2026-11-20T10:00:00Z
                1 question
                """, store.run("threads", "--questions", "--kind", "approval").success());
        assertEquals("""
                THREAD              AGENT          PHASE    SINCE                 EVENTS  QUESTIONS
                t~0123456789abcdef  Desk > Orders  waiting  2026-11-20T10:00:00Z  3       d1 approval
                1 thread
                """, store.run("threads", "--agent", "Orders").success());
        String json = store.run("threads", "--questions", "--json").success();
        assertTrue(
                json.contains(
                        "\"agent\":\"x.Orders\",\"parent\":{\"threadId\":\"t\",\"callId\":\"c1\",\"path\":[\"x.Desk\"]}"),
                json);
    }

    @Test
    void approvalOfAParentNamesTheChild() {
        TestStore store = fill(TestStore.memory());

        String err = store.run("approve", "t", "--by", "alice").failure(ExitCode.REFUSED);

        assertTrue(err.contains("Use their ids: " + CHILD + " d1."), err);
        store.run("approve", CHILD, "d1", "--by", "alice").success();
    }

    @Test
    void cancellationNamesTheChildrenThatStop() {
        String out = fill(TestStore.memory())
                .run("cancel", "t", "--reason", "enough")
                .success();

        assertTrue(out.contains("Threads that thread t started:\n  c1: thread " + CHILD + " of Orders is "), out);
    }
}
