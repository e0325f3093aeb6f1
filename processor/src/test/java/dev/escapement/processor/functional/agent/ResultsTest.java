package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the typed results that generated loops return. */
class ResultsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void resultHasTheTypeOfTheStep() {
        assertEquals(Optional.of(2), AllResultsLoop.resultOfCount(run("count", "{}")));
        assertEquals(Optional.of(List.of("a", "b")), AllResultsLoop.resultOfList(run("list_deeds", "{}")));
        assertEquals(Optional.of(new AllResults.Receipt(5)), AllResultsLoop.resultOfPay(run("pay", "{}")));
        assertEquals(Optional.of(LocalDate.EPOCH), AllResultsLoop.resultOfSetDay(run("set_day", "{}")));
        assertEquals(
                Optional.of(Optional.of("tomorrow")),
                AllResultsLoop.resultOfGiveUp(run("give_up", "{\"hopeless\":false}")));
        assertEquals(
                Optional.of(Optional.empty()), AllResultsLoop.resultOfGiveUp(run("give_up", "{\"hopeless\":true}")));
    }

    @Test
    void timeInAResultRemainsValid() {
        assertEquals(
                Optional.of(new AllResults.Deed("x", LocalDate.EPOCH)),
                AllResultsLoop.resultOfSign(run("sign", "{\"title\":\"x\"}")));
    }

    @Test
    void resultOfAStepThatCodeSelected() {
        AgentThread thread = run("prepare", "{\"title\":\"x\"}");

        assertEquals(Optional.of(new AllResults.Deed("x", LocalDate.EPOCH)), AllResultsLoop.resultOfSign(thread));
    }

    @Test
    void resultOfAnotherStepIsEmpty() {
        AgentThread thread = run("count", "{}");

        assertEquals(Optional.empty(), AllResultsLoop.resultOfPay(thread));
        assertEquals(Optional.empty(), AllResultsLoop.resultOfSign(thread));
    }

    @Test
    void threadWithoutAResult() {
        AgentThread finished = run("count", "{}");
        AgentThread open = new AgentThread(
                "t", finished.events().subList(0, finished.events().size() - 1));

        assertEquals(Optional.empty(), AllResultsLoop.resultOfCount(open));
        assertEquals(
                Optional.empty(),
                AllResultsLoop.resultOfCount(
                        open.with(new Event.Stopped(NOW, "", StopCause.CANCELLED, "cancelled by ann"))));
    }

    @Test
    void laterEventsDoNotReplaceTheResult() {
        AgentThread thread = run("count", "{}").with(new Event.Stopped(NOW, "", StopCause.CANCELLED, "late"));

        assertEquals(Optional.of(2), AllResultsLoop.resultOfCount(thread));
    }

    private AgentThread run(String tool, String arguments) {
        Runner runner = Runner.of(new AllResultsLoop(new AllResults()))
                .model(ScriptedModel.of(ModelReply.call("c", tool, arguments)))
                .build();
        return runner.start("Go");
    }
}
