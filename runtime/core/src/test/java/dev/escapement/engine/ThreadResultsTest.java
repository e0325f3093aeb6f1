package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonReader;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.JsonText;
import dev.escapement.json.Upcasts;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the decoding of thread results. */
class ThreadResultsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final AgentThread OPEN = new AgentThread(
            "t1",
            List.of(
                    new Event.Started(NOW, "Desk", "Go"),
                    new Event.ModelReplied(
                            NOW, "", List.of(new Call("a", "close", "{}"), new Call("b", "done", "{}")), Usage.NONE)));

    @Test
    void resultOfTheFinishingCall() {
        AgentThread thread = OPEN.with(new Event.Finished(NOW, "a", "\"ok\""));

        assertEquals(Optional.of("ok"), ThreadResults.of(thread, "close", JsonReader::readString));
        assertEquals(Optional.empty(), ThreadResults.of(thread, "done", JsonReader::readString));
    }

    @Test
    void openThreadHasNoResult() {
        assertEquals(Optional.empty(), ThreadResults.of(OPEN, "close", JsonReader::readString));
    }

    @Test
    void textOfTheModelIsNotAResultOfACall() {
        AgentThread thread = OPEN.with(new Event.Finished(NOW, "", "\"ok\""));

        assertEquals(Optional.empty(), ThreadResults.of(thread, "close", JsonReader::readString));
    }

    @Test
    void stepThatDoesNotFinishHasNoResultToRead() {
        DeskLoop loop = new DeskLoop(new Desk());

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> loop.readResult("look_up", "1"));

        assertEquals(
                "The agent Desk does not have a step for the tool look_up that finishes the thread.",
                refusal.getMessage());
    }

    @Test
    void resultOfAHandWrittenLoopIsItsText() {
        assertEquals(new Decoded.Accepted<>("1", List.of()), new DeskLoop(new Desk()).readResult("close", "1"));
    }

    @Test
    void resultOfAnotherTypeNamesThreadAndViolation() {
        AgentThread thread = OPEN.with(new Event.Finished(NOW, "a", "\"ok\""));

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> ThreadResults.of(thread, "close", JsonReader::readInt));

        List<String> lines = refusal.getMessage().lines().toList();
        assertEquals(2, lines.size(), refusal.getMessage());
        assertEquals(true, lines.get(0).contains("t1") && lines.get(0).contains("close"), lines.get(0));
        assertEquals(true, lines.get(1).contains("$"), lines.get(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "'\"seven\"', 7, 2"})
    void eachFormOfAChildsResultIsDecodedOnce(String result, int value, int decodings) {
        AtomicInteger count = new AtomicInteger();
        Upcasts upcasts = Upcasts.to("3333333333333333").from("11111111", old -> new JsonText("7"));
        JsonDecoder<Integer> counting = in -> {
            count.incrementAndGet();
            return in.readInt();
        };

        assertEquals(value, ThreadResults.ofChild(new Call("a", "close", "{}"), result, upcasts, counting));
        assertEquals(decodings, count.get());
    }

    @Test
    void causeOfAnInvalidChildsResultIsTheConversion() {
        IllegalStateException defect = new IllegalStateException("defect");
        Upcasts upcasts = Upcasts.to("3333333333333333").from("11111111", old -> {
            throw defect;
        });

        ChildResultException refusal = assertThrows(
                ChildResultException.class,
                () -> ThreadResults.ofChild(new Call("a", "close", "{}"), "\"one\"", upcasts, JsonReader::readInt));

        assertEquals(ChildResultException.Reason.RESULT, refusal.reason());
        assertSame(defect, refusal.getCause().getCause());
    }

    @Test
    void errorOfTheResultTypeIsNotAnEarlierForm() {
        Upcasts upcasts = Upcasts.to("3333333333333333").from("11111111", old -> old);
        JsonDecoder<Integer> failing = in -> {
            throw new AssertionError("number");
        };

        ChildResultException refusal = assertThrows(
                ChildResultException.class,
                () -> ThreadResults.ofChild(new Call("a", "close", "{}"), "1", upcasts, failing));
        assertEquals("number", String.valueOf(refusal.getCause().getMessage()));
    }
}
