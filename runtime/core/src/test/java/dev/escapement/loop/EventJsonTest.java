package dev.escapement.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON form of threads. Stored threads are in this form: a golden text may be added, never changed. */
class EventJsonTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");
    private static final String HEAD = "\"at\":\"2026-01-31T12:00:00.123456789Z\"";

    /** A sample of each type of event and its text. */
    private static final Map<Event, String> GOLDEN = new LinkedHashMap<>();

    static {
        GOLDEN.put(
                new Event.Started(AT, "Desk", "Where is \"A-1\"?\n😀"),
                "{\"event\":\"started\"," + HEAD + ",\"agent\":\"Desk\",\"input\":\"Where is \\\"A-1\\\"?\\n😀\"}");
        GOLDEN.put(
                new Event.ModelReplied(
                        AT,
                        "Let me see",
                        List.of(new Call("c1", "look_up", "{\"a\":1"), new Call("c2", "", "")),
                        new Usage(Long.MAX_VALUE, 7)),
                "{\"event\":\"model_replied\"," + HEAD + ",\"text\":\"Let me see\",\"calls\":["
                        + "{\"id\":\"c1\",\"tool\":\"look_up\",\"arguments\":\"{\\\"a\\\":1\"},"
                        + "{\"id\":\"c2\",\"tool\":\"\",\"arguments\":\"\"}],"
                        + "\"usage\":{\"inputTokens\":9223372036854775807,\"outputTokens\":7}}");
        GOLDEN.put(
                new Event.CallRejected(AT, "c1", "no such tool"),
                "{\"event\":\"call_rejected\"," + HEAD + ",\"callId\":\"c1\",\"reason\":\"no such tool\"}");
        GOLDEN.put(
                new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1"),
                "{\"event\":\"step_started\"," + HEAD
                        + ",\"callId\":\"c1\",\"effect\":\"read\",\"idempotencyKey\":\"t1/1/c1\"}");
        GOLDEN.put(
                new Event.StepReturned(AT, "c1", "{\"id\":1}"),
                "{\"event\":\"step_returned\"," + HEAD + ",\"callId\":\"c1\",\"result\":\"{\\\"id\\\":1}\"}");
        GOLDEN.put(
                new Event.StepFailed(AT, "c1", "not found", true),
                "{\"event\":\"step_failed\"," + HEAD
                        + ",\"callId\":\"c1\",\"message\":\"not found\",\"declared\":true}");
        GOLDEN.put(
                new Event.ReplyReceived(AT, "and now?"),
                "{\"event\":\"reply_received\"," + HEAD + ",\"text\":\"and now?\"}");
        GOLDEN.put(
                new Event.Finished(AT, "c1", "\"done\""),
                "{\"event\":\"finished\"," + HEAD + ",\"callId\":\"c1\",\"result\":\"\\\"done\\\"\"}");
        GOLDEN.put(new Event.Stopped(AT, "cancelled"), "{\"event\":\"stopped\"," + HEAD + ",\"reason\":\"cancelled\"}");
    }

    static Set<Event> samples() {
        return GOLDEN.keySet();
    }

    @Test
    void thereIsASampleOfEveryTypeOfEvent() {
        assertEquals(
                types(Event.class).collect(Collectors.toSet()),
                samples().stream().<Class<?>>map(Event::getClass).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventJsonTest::types)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTextOfAnEventStaysAsItIs(Event event) {
        assertEquals(GOLDEN.get(event), Event.CODEC.encode(event));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsReadAsItWasWritten(Event event) {
        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(GOLDEN.get(event)));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void everyEffectIsReadAsItWasWritten(Effect effect) {
        Event event = new Event.StepStarted(AT, "c1", effect, "k");

        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(Event.CODEC.encode(event)));
    }

    @Test
    void aThreadOfAllEventsIsReadAsItWasWritten() {
        AgentThread thread = new AgentThread("t/1 \u2028", new ArrayList<>(samples()));

        assertEquals(thread, AgentThread.fromJson(thread.toJson()));
    }

    @Test
    void theTextOfAThreadIsItsIdAndItsEvents() {
        Event started = samples().iterator().next();

        assertEquals(
                "{\"id\":\"t1\",\"events\":[" + GOLDEN.get(started) + "]}",
                new AgentThread("t1", List.of(started)).toJson());
    }

    @Test
    void theKindOfAnEventMayStandLast() {
        assertEquals(
                new Decoded.Accepted<>(new Event.Stopped(AT, "x"), List.of()),
                Event.CODEC.decode("{\"reason\":\"x\"," + HEAD + ",\"event\":\"stopped\"}"));
    }

    @Test
    void aCorruptThreadIsRejectedWithThePlaceOfEveryFault() {
        String corrupt = "{\"id\":5,\"events\":["
                + "{\"event\":\"started\",\"at\":\"yesterday\",\"agent\":\"Desk\"},"
                + "{\"event\":\"step_strated\"," + HEAD + "},"
                + "{\"event\":\"step_started\"," + HEAD
                + ",\"callId\":\"c\",\"effect\":\"wrte\",\"idempotencyKey\":\"k\"},"
                + "{\"event\":\"step_started\"," + HEAD + ",\"callId\":\"c\",\"effect\":5,\"idempotencyKey\":\"k\"},"
                + "{\"event\":\"model_replied\"," + HEAD + ",\"text\":\"\",\"calls\":[{\"id\":\"\",\"tool\":\"t\","
                + "\"arguments\":\"\"}],\"usage\":{\"inputTokens\":-1,\"outputTokens\":0}},"
                + "{\"event\":\"stopped\"," + HEAD + ",\"reason\":\"x\",\"more\":1},"
                + "7]}";

        Decoded.Rejected<?> rejected = assertInstanceOf(Decoded.Rejected.class, AgentThread.CODEC.decode(corrupt));
        assertEquals(
                List.of(
                        "$.events[0].at: expected a time like 2026-01-31T12:00:00Z, found the string \"yesterday\"",
                        "$.events[0].input: expected a value, found nothing",
                        "$.events[1].event: expected one of \"started\", \"model_replied\", \"call_rejected\","
                                + " \"step_started\", \"step_returned\", \"step_failed\", \"reply_received\","
                                + " \"finished\", \"stopped\" (did you mean \"step_started\"?),"
                                + " found the string \"step_strated\"",
                        "$.events[2].effect: expected one of \"read\", \"idempotent\", \"write\", \"destructive\""
                                + " (did you mean \"write\"?), found the string \"wrte\"",
                        "$.events[3].effect: expected a string, found 5",
                        "$.events[4].calls[0]: expected values that go together, found values that do not:"
                                + " a call needs an id",
                        "$.events[4].usage: expected values that go together, found values that do not:"
                                + " tokens cannot be fewer than none",
                        "$.events[5].more: expected no such property, found 1",
                        "$.events[6]: expected an object, found 7",
                        "$.id: expected a string, found 5"),
                rejected.violations().stream().map(Violation::toString).toList());
    }

    @Test
    void aThreadThatDoesNotBeginWithItsStartIsRejected() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation(
                        "$", "values that go together", "values that do not: a thread begins with the event started"))),
                AgentThread.CODEC.decode("{\"id\":\"t1\",\"events\":[]}"));
    }

    @Test
    void readingACorruptThreadThrowsWithThePlace() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> AgentThread.fromJson("{\"id\":\"t1\"}"));

        assertEquals(
                "this is no thread: Rejected[violations=[$.events: expected a value, found nothing]]",
                thrown.getMessage());
    }
}
