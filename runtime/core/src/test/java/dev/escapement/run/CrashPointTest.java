package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.Command;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that a thread interrupted after any event reaches the same result when another process continues it. */
class CrashPointTest {

    private static final List<ModelReply> SCRIPT = List.of(
            ModelReply.calls(
                    new Call("c1", "look_up", "{\"order\":\"A-1\",\"lines\":2}"),
                    new Call("c2", "note", "{\"text\":\"x\"}"),
                    new Call("c3", "nope", "{}")),
            new ModelReply("Shall I go on?", List.of(), new Usage(5, 6)),
            ModelReply.builder()
                    .text("I shall")
                    .call("c1", "note", "{\"text\":\"x\"}")
                    .stop(StopReason.LENGTH)
                    .build(),
            ModelReply.builder()
                    .text("I will not close it.")
                    .call("c1", "close", "{\"summary\":\"x\"}")
                    .stop(StopReason.REFUSAL)
                    .provenance(new ReplyProvenance("p", "m", "r1", "aa", "bb"))
                    .state(new ProviderState("p.messages", "[]"))
                    .build(),
            ModelReply.calls(
                    new Call("c1", "look_up", "{\"order\":\"missing\",\"lines\":1}"),
                    new Call("c2", "close", "{\"summary\":\"too early\"}"),
                    new Call("c3", "look_up", "{\"order\":5}")),
            ModelReply.call("c1", "note", "{\"text\":\"broken\"}"),
            ModelReply.calls(new Call("c1", "close", "{\"summary\":\"x\"}"), new Call("c2", "ping", "")));

    @Test
    void runIsLongAndHasEveryKindOfAnswer() {
        assertEquals(
                List.of(
                        "Started",
                        "ModelReplied",
                        "CallRejected",
                        "StepStarted",
                        "StepReturned",
                        "StepStarted",
                        "StepReturned",
                        "ModelReplied",
                        "MessageReceived",
                        "ModelReplied",
                        "CallRejected",
                        "ModelReplied",
                        "CallRejected",
                        "MessageReceived",
                        "ModelReplied",
                        "CallRejected",
                        "StepStarted",
                        "StepFailed",
                        "CallRejected",
                        "ModelReplied",
                        "StepStarted",
                        "StepInDoubt",
                        "StepFailed",
                        "ModelReplied",
                        "StepStarted",
                        "StepReturned",
                        "StepStarted",
                        "Finished"),
                uninterrupted().events().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aThreadStoppedAfterAnyEventEndsAsIfItHadNotBeen() {
        AgentThread whole = uninterrupted();
        return IntStream.rangeClosed(1, whole.events().size())
                .mapToObj(length -> DynamicTest.dynamicTest(
                        "stopped after " + length + ": "
                                + whole.events().get(length - 1).getClass().getSimpleName(),
                        () -> assertEquals(whole.events(), ScriptedRun.withoutRestarts(resumed(whole, length)))));
    }

    private static AgentThread uninterrupted() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        store.append(Append.of("t1", 0, DeskRunners.started("hello")));
        return goOn(store, SCRIPT);
    }

    private static AgentThread resumed(AgentThread whole, int length) {
        AgentThread stopped = new AgentThread("t1", whole.events().subList(0, length));
        InMemoryThreadStore store = new InMemoryThreadStore();
        for (Event event : AgentThread.fromJson(stopped.toJson()).events()) {
            store.append(Append.of(
                    "t1", store.load("t1").map(thread -> thread.events().size()).orElse(0), event));
        }
        long replies = stopped.events().stream()
                .filter(Event.ModelReplied.class::isInstance)
                .count();
        return goOn(store, SCRIPT.subList((int) replies, SCRIPT.size()));
    }

    /** Runs a thread to its end; a person always replies in the same way. */
    private static AgentThread goOn(ThreadStore store, List<ModelReply> script) {
        RecordedLog log = RecordedLog.of(AgentInvoker.class);
        try (log;
                ScriptedModel model = ScriptedModel.of(script.toArray(ModelReply[]::new))) {
            Runner runner = DeskRunners.of(new Clumsy(), model, store);
            AgentThread thread = runner.resume("t1");
            while (new DeskLoop(new Desk()).next(thread) instanceof Command.AwaitMessage) {
                thread = runner.reply("t1", "Yes, please.");
            }
            return thread;
        }
    }

    private static final class Clumsy extends Desk {

        @Override
        public String lookUp(LookUp call) throws Exception {
            if (call.order().equals("missing")) {
                throw new OrderNotFound("There is no order missing");
            }
            return super.lookUp(call);
        }

        @Override
        public void note(String text) {
            if (text.equals("broken")) {
                throw new IllegalStateException("defect");
            }
        }
    }
}
