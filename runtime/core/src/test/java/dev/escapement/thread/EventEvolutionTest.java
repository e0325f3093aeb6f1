package dev.escapement.thread;

import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.violations;
import static dev.escapement.internal.json.ViolationMessages.oneOf;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Effect;
import dev.escapement.json.Decoded;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the reading of events that earlier and later versions of the library wrote. */
class EventEvolutionTest {

    @Test
    void aThreadThatTheFirstReleaseWroteIsReadAsItIs() {
        String stored = """
                {"id":"t1","events":[
                {"event":"started","at":"2026-01-31T12:00:00Z","agent":"Desk","input":"hello"},
                {"event":"model_replied","at":"2026-01-31T12:00:01.5Z","text":"","calls":[
                  {"id":"c1","tool":"nope","arguments":"{}"},
                  {"id":"c2","tool":"pay","arguments":"{}"},
                  {"id":"c3","tool":"bill","arguments":"{}"}],"usage":{"inputTokens":1,"outputTokens":2}},
                {"event":"call_rejected","at":"2026-01-31T12:00:02Z","callId":"c1","reason":"no such tool"},
                {"event":"step_started","at":"2026-01-31T12:00:02Z","callId":"c2","effect":"write","idempotencyKey":"k"},
                {"event":"step_returned","at":"2026-01-31T12:00:02Z","callId":"c2","result":""},
                {"event":"step_failed","at":"2026-01-31T12:00:02Z","callId":"c3","message":"broke","declared":false},
                {"event":"finished","at":"2026-01-31T12:00:02Z","callId":"c4","result":"5"},
                {"event":"stopped","at":"2026-01-31T12:00:02Z","reason":"enough"}]}""";
        Instant second = Instant.parse("2026-01-31T12:00:02Z");

        assertEquals(
                new AgentThread(
                        "t1",
                        List.of(
                                new Event.Started(second.minusSeconds(2), "Desk", Start.of("hello"), Budget.UNLIMITED),
                                new Event.ModelReplied(
                                        second.minusMillis(500),
                                        "",
                                        List.of(
                                                new Call("c1", "nope", "{}"),
                                                new Call("c2", "pay", "{}"),
                                                new Call("c3", "bill", "{}")),
                                        new Usage(1, 2, 0, BigDecimal.ZERO)),
                                new Event.CallRejected(second, "c1", "no such tool"),
                                new Event.StepStarted(second, "c2", Effect.WRITE, "k", 1, ""),
                                new Event.StepReturned(second, "c2", ""),
                                new Event.StepFailed(second, "c3", "broke", false),
                                new Event.Finished(second, "c4", "5"),
                                new Event.Stopped(second, "", StopCause.CANCELLED, "enough"))),
                AgentThread.fromJson(stored));
    }

    /** Later versions of the library may add optional properties at any place. */
    @ParameterizedTest
    @MethodSource("dev.escapement.thread.EventJsonTest#samples")
    void unknownPropertiesAreIgnored(Event event) {
        String extended = GoldenEvents.TEXTS
                .get(event)
                .replaceAll(
                        "(?<!\"(?:rateLimits|versions|labels)\":)\\{\"",
                        "{\"later\":{\"a\":[null]},\""); // these are maps

        Decoded.Accepted<?> decoded = assertInstanceOf(Decoded.Accepted.class, Event.CODEC.decode(extended));

        assertEquals(event, decoded.value());
        assertEquals(
                Set.of(Repair.Kind.UNKNOWN_PROPERTY),
                decoded.repairs().stream().map(Repair::kind).collect(toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerun_allowed", "step_confirmed"})
    void removedKindsAreRejected(String kind) {
        assertEquals(
                List.of(new Violation("$.event", oneOf(EventJsonTest.constants(EventKind.values())), string(kind))),
                violations(
                        Event.CODEC,
                        "{\"event\":\"" + kind + "\"," + GoldenEvents.HEAD
                                + ",\"callId\":\"c1\",\"by\":\"al\",\"note\":\"x\"}"));
    }
}
