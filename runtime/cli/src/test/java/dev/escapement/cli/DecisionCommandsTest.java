package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.cli.TestStore.Kind;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.Standing.Phase;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the commands record decisions in each store, without runners. */
class DecisionCommandsTest {

    private static final String WORKER = "A worker continues the thread.\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void approvalIsRecordedForAWorker(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        String out = store.run("approve", "t", "c1", "--by", "alice").success();

        assertEquals("Recorded: alice approved c1 of thread t.\n" + WORKER, out);
        Event.Approved approved = last(store, "t", Event.Approved.class);
        assertEquals(List.of("c1", "alice"), List.of(approved.callId(), approved.by()));
        assertEquals(
                Phase.RUNNABLE,
                store.open().index().entry("t").orElseThrow().standing().phase());
    }

    @ParameterizedTest
    @EnumSource
    void approvalCanEditTheArguments(Kind kind) throws Exception {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));
        Path file = Files.writeString(folder.resolve("arguments.json"), "{\"cents\":400}\n");

        store.run("approve", "t", "--by", "alice", "--arguments", "@" + file).success();

        assertEquals(
                "{\"cents\":400}",
                last(store, "t", Event.Approved.class).editedArguments().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void refusalRecordsTheReason(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        store.run("refuse", "--by", "alice", "--reason", "Too much.").success();

        assertEquals("Too much.", last(store, "t", Event.Refused.class).reason());
    }

    @ParameterizedTest
    @EnumSource
    void replyIsRecordedUnchecked(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.ask("c1", "Refund or replacement?"));

        store.run("reply", "\"REFUND\"").success();

        Event.ReplyReceived reply = last(store, "t", Event.ReplyReceived.class);
        assertEquals(List.of("c1", "\"REFUND\""), List.of(reply.callId(), reply.reply()));
    }

    @ParameterizedTest
    @EnumSource
    void messageIsRecorded(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.runner(ModelReply.text("Which order?")).start("t", "The lamp is broken.");

        store.run("reply", "--text", "A-1042").success();

        assertEquals("A-1042", last(store, "t", Event.MessageReceived.class).text());
    }

    @ParameterizedTest
    @EnumSource
    void answersResolveAStepWithAnUnknownOutcome(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        for (String id : List.of("a", "b", "c")) {
            store.start(id, TestStore.refund("c1", ClaimsDesk.LOST));
            store.runner().approve(id, "c1", Approver.of("alice"));
        }

        store.run("answer", "a", "--by", "bob", "--run-again").success();
        store.run("answer", "b", "c1", "--by", "bob", "--returned", "\"refunded\"")
                .success();
        store.run("answer", "--by", "bob", "--failed", "Not found.").success();

        assertEquals(
                new Answer.RunAgain(), last(store, "a", AnsweredByPerson.class).answer());
        assertEquals(
                new Answer.Returned("\"refunded\""),
                last(store, "b", AnsweredByPerson.class).answer());
        assertEquals(
                new Answer.Failed("Not found."),
                last(store, "c", AnsweredByPerson.class).answer());
    }

    @ParameterizedTest
    @EnumSource
    void answerOfAnotherFlowIsRefused(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", ClaimsDesk.LOST));
        store.runner().approve("t", "c1", Approver.of("alice"));
        AgentThread before = store.thread("t");

        for (List<String> options : List.of(
                List.of("--next", "close", "{\"summary\":\"x\"}"),
                List.of("--question", "Really?"),
                List.of("--finished", "\"x\""))) {
            String[] args = Stream.concat(List.of("answer", "t", "c1", "--by", "bob").stream(), options.stream())
                    .toArray(String[]::new);
            store.run(args).failure(ExitCode.REFUSED);
        }

        assertEquals(before, store.thread("t"));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationStopsTheThread(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        String out = store.run("cancel", "t", "--by", "alice", "--reason", "Withdrawn.")
                .success();

        assertEquals("Recorded: thread t was cancelled.\nThread t has stopped.\n    | Withdrawn.\n", out);
        assertEquals("alice", last(store, "t", Event.Stopped.class).by());
    }

    @ParameterizedTest
    @EnumSource
    void resumeMakesTheThreadDue(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));

        assertEquals(
                "Thread t is due now. A worker continues the thread.\n",
                store.run("resume", "t").success());
        store.run("cancel", "t", "--reason", "x").success();
        assertTrue(store.run("resume", "t").failure(ExitCode.REFUSED).contains("has ended"));
    }

    @ParameterizedTest
    @EnumSource
    void repeatedDecisionIsRefused(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        store.start("t", TestStore.refund("c1", 500));
        store.run("approve", "t", "c1", "--by", "alice").success();
        AgentThread approved = store.thread("t");

        String err =
                store.run("refuse", "t", "c1", "--by", "bob", "--reason", "x").failure(ExitCode.REFUSED);

        assertTrue(err.contains("approved by alice"), err);
        assertEquals(2, err.lines().count(), err);
        assertEquals(approved, store.thread("t"));
    }

    @ParameterizedTest
    @EnumSource
    void unknownThreadIsRefused(Kind kind) {
        TestStore store = TestStore.in(folder, kind);

        for (String[] args : new String[][] {
            {"show", "x"},
            {"resume", "x"},
            {"approve", "x", "--by", "alice"},
            {"cancel", "x", "--reason", "y"},
            {"reply", "x", "--text", "y"}
        }) {
            assertTrue(store.run(args).failure(ExitCode.REFUSED).contains("thread x"), args[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ambiguousCallOrThreadIsRefused(Kind kind) {
        TestStore store = TestStore.in(folder, kind);
        assertTrue(store.run("approve", "--by", "alice")
                .failure(ExitCode.REFUSED)
                .startsWith("No thread has an open question"));
        store.start("a", TestStore.refund("c1", 500), TestStore.refund("c2", 600));

        String calls = store.run("approve", "--by", "alice").failure(ExitCode.REFUSED);
        assertTrue(calls.contains("c1, c2"), calls);
        store.start("b", TestStore.refund("c1", 500));
        String threads = store.run("approve", "--by", "alice").failure(ExitCode.REFUSED);
        assertTrue(threads.contains("a, b"), threads);
    }

    private static <T extends Event> T last(TestStore store, String id, Class<T> type) {
        return type.cast(store.thread(id).last());
    }
}
