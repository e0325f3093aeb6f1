package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Flow;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of generated loops that continue the threads of earlier releases. */
class RevisedDeskTest {

    private static final Instant AT = Instant.EPOCH;
    /** The schema of the earlier form of the reply. */
    private static final String TEXT = "{\"type\":\"string\"}";

    private final RevisedDeskLoop loop = new RevisedDeskLoop(new RevisedDesk());

    private static AgentThread thread(Event... events) {
        List<Event> all = new ArrayList<>(List.of(new Event.Started(AT, RevisedDesk.class.getName(), "Help me")));
        all.addAll(List.of(events));
        return new AgentThread("t1", all);
    }

    private static Event versions(String tool, Effect effect, Flow flow, String arguments, String result) {
        return new AgentUpdated(AT, Map.of(tool, new StepVersion(effect, flow.recorded(), arguments, result)));
    }

    private static Event replied(Call call) {
        return new Event.ModelReplied(AT, "", List.of(call), Usage.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3d76b3becf5d95c9 | {\"orderId\":\"A-1\",\"dollars\": 7}",
                "0011223344556677 | {\"orderId\":\"A-1\",\"amount\": 7}",
            })
    void recordedCallRunsWithConvertedArguments(String version, String arguments) throws Exception {
        Call call = new Call("c1", "refund", arguments);
        AgentThread thread = thread(versions("refund", Effect.WRITE, Flow.RETURNS, version, ""), replied(call));

        Command.CheckGate check = assertInstanceOf(Command.CheckGate.class, loop.next(thread));
        AgentThread approved = thread.with(EventFactory.reviewed(check, AT, loop.review(check.call(), thread)))
                .with(new Event.Approved(AT, "c1", "alice", check.argumentsSha256(), Optional.empty()))
                .with(new Event.GatePassed(AT, "c1"));
        Command.RunStep run = assertInstanceOf(Command.RunStep.class, loop.next(approved));

        assertEquals("issue_refund", run.call().tool());
        Event ran = EventFactory.ran(loop, approved, run, AT, Duration.ZERO, loop.run(run.call(), run.context()));
        assertEquals(
                "\"refunded 700\"",
                assertInstanceOf(Event.StepReturned.class, ran).result());
    }

    private static AgentThread asking(String schema) {
        return thread(
                replied(new Call("c1", "ask_clerk", "{\"question\":\"Refund?\"}")),
                new Event.StepStarted(AT, "c1", Effect.READ, "key", 1, Flow.PAUSES.recorded()),
                new Event.ReplyAsked(AT, "c1", "Refund?", schema));
    }

    @Test
    void questionOfAnEarlierFormStaysOpenIfItsFormIsConverted() {
        AgentThread thread = asking(TEXT);

        Command.AwaitReply wait = assertInstanceOf(Command.AwaitReply.class, loop.next(thread));

        assertEquals(TEXT, wait.schema());
        assertInstanceOf(Command.RejectCall.class, loop.next(asking("{\"type\":\"integer\"}")));
    }

    private Runner runner(AgentThread thread) {
        InMemoryThreadStore store = new InMemoryThreadStore();
        store.append(Append.of(thread.id(), 0, thread.events().toArray(Event[]::new)));
        return Runner.of(loop)
                .model(request -> ModelReply.text("Done."))
                .store(store)
                .build();
    }

    @Test
    void replyMayHaveTheEarlierFormOrTheCurrentForm() {
        assertEquals("\"yes\"", reply(runner(asking(TEXT)).reply("t1", "c1", "\"yes\"")));
        assertEquals(
                "{\"approved\":true}",
                reply(runner(asking(TEXT))
                        .reply("t1", "c1", RevisedDeskLoop.replyToAsk(new RevisedDesk.ClerkAnswer(true)))));
    }

    private static String reply(AgentThread thread) {
        return thread.events().stream()
                .filter(Event.ReplyReceived.class::isInstance)
                .map(event -> ((Event.ReplyReceived) event).reply())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void invalidReplyIsRejectedInBothForms() {
        Runner runner = runner(asking(TEXT));

        InvalidInputException thrown =
                assertThrows(InvalidInputException.class, () -> runner.reply("t1", "c1", "{\"approved\":0}"));

        assertEquals(InvalidInputException.Reason.INVALID_REPLY, thrown.reason());
    }

    private static AgentThread finished(String result, Event... before) {
        return thread(before)
                .with(replied(new Call("c1", "end", "{\"summary\":\"Done\"}")))
                .with(new Event.StepStarted(AT, "c1", Effect.WRITE, "key", 1, Flow.FINISHES.recorded()))
                .with(new Event.Finished(AT, "c1", result));
    }

    @Test
    void recordedResultIsConverted() {
        Event earlier = versions("end", Effect.WRITE, Flow.FINISHES, "aaaaaaaaaaaaaaaa", "fedcba9876543210");

        assertEquals(
                Optional.of(new RevisedDesk.CaseReport("Done", false)),
                RevisedDeskLoop.resultOfClose(finished("\"Done\"", earlier)));
    }

    @Test
    void resultOfAnUnknownVersionIsConvertedOnlyIfItIsInvalid() {
        assertEquals(
                Optional.of(new RevisedDesk.CaseReport("Done", false)),
                RevisedDeskLoop.resultOfClose(finished("\"Done\"")));
        assertEquals(
                Optional.of(new RevisedDesk.CaseReport("Done", true)),
                RevisedDeskLoop.resultOfClose(finished("{\"summary\":\"Done\",\"refunded\":true}")));
    }

    @Test
    void resultThatCannotBeConvertedIsReported() {
        AgentThread finished = finished("{}");

        assertThrows(IllegalStateException.class, () -> RevisedDeskLoop.resultOfClose(finished));
    }
}
