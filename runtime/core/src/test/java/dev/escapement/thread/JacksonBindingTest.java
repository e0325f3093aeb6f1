package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.JacksonMapper.Operations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that Jackson databind 2 and 3 write threads and events as their codecs do, and read them back. */
class JacksonBindingTest {

    /** The names of the mappers whose output contains types. */
    private static final String WITH_TYPES = ".*_WITH_TYPES";

    private static final AgentThread THREAD = AgentThread.fromJson("""
            {"id":"t1","events":[
            {"event":"started","at":"2026-01-31T12:00:00.123456789Z","agent":"Desk","input":"hello",
            "budget":{"tokens":9223372036854775807,"cost":0.10}},
            {"event":"model_replied","at":"2026-01-31T12:00:01Z","text":"","calls":[],
            "usage":{"inputTokens":1,"outputTokens":2,"cost":123456789012345678901.10}},
            {"event":"gate_passed","at":"2026-01-31T12:00:02Z","callId":"\u00e9"},
            {"event":"text_rejected","at":"2026-01-31T12:00:03Z","reason":"call a tool"}]}
            """);

    /** The body of a response of a web application. */
    record Body(
            AgentThread thread,
            List<Event> events,
            Map<String, Event.TextRejected> rejected,
            Event.OfCall passed,
            @Nullable Event last) {}

    /** A value in a cache, whose JSON contains its type. */
    record Untyped(Object value) {}

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_NONE)
    void outputIsThatOfTheCodec(JacksonMapper mapper) throws Exception {
        Operations jackson = mapper.operations();

        assertEquals(THREAD.toJson(), jackson.write(THREAD));
        assertEquals(THREAD.toJson(), new String(jackson.writeBytes(THREAD), StandardCharsets.UTF_8));
        for (Event event : EveryEvent.thread().events()) {
            assertEquals(Event.CODEC.encode(event), jackson.write(event));
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomThreadsAreReadBack(JacksonMapper mapper) throws Exception {
        Operations jackson = mapper.operations();
        for (int seed = 0; seed < 30; seed++) {
            AgentThread thread = new RandomEvents(seed).thread(30);

            assertEquals(thread, jackson.read(jackson.write(thread), AgentThread.class), "seed " + seed);
            assertEquals(thread, jackson.readBytes(jackson.writeBytes(thread), AgentThread.class), "seed " + seed);
            assertEquals(thread, jackson.throughTree(thread, AgentThread.class), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_NONE)
    void eventIsReadAsEachOfItsTypes(JacksonMapper mapper) throws Exception {
        Operations jackson = mapper.operations();
        for (Event event : EveryEvent.thread().events()) {
            String json = jackson.write(event);

            assertEquals(event, jackson.read(json, Event.class));
            assertEquals(event, jackson.read(json, event.getClass()));
            if (event instanceof Event.OfCall) {
                assertEquals(event, jackson.read(json, Event.OfCall.class));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_NONE)
    void nestedValuesAreReadBack(JacksonMapper mapper) throws Exception {
        List<Event> events = THREAD.events();
        Map<String, Event.TextRejected> rejected = Map.of("t1", (Event.TextRejected) THREAD.last());
        Body body = new Body(THREAD, events, rejected, (Event.OfCall) events.get(2), null);

        assertEquals(body, mapper.operations().read(mapper.operations().write(body), Body.class));
    }

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_ALL)
    void valueWithTypeIsReadBackWithoutADeclaredType(JacksonMapper mapper) throws Exception {
        Operations jackson = mapper.operations();
        Untyped thread = new Untyped(THREAD);
        Untyped event = new Untyped(THREAD.last());

        assertEquals(thread, jackson.read(jackson.write(thread), Untyped.class));
        assertEquals(event, jackson.read(jackson.write(event), Untyped.class));
    }

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_NONE)
    void treeContainsTheProperties(JacksonMapper mapper) throws Exception {
        Map<?, ?> tree = assertInstanceOf(Map.class, mapper.operations().convert(THREAD, Map.class));

        assertEquals("t1", tree.get("id"));
        Map<?, ?> rejected = assertInstanceOf(Map.class, ((List<?>) Objects.requireNonNull(tree.get("events"))).get(3));
        assertEquals("text_rejected", rejected.get("event"));
        assertEquals("call a tool", rejected.get("reason"));
    }

    @ParameterizedTest
    @EnumSource
    void nullIsReadAsNull(JacksonMapper mapper) throws Exception {
        assertNull(mapper.operations().read("null", AgentThread.class));
        assertNull(mapper.operations().read("null", Event.class));
    }

    @ParameterizedTest
    @EnumSource(names = WITH_TYPES, mode = EnumSource.Mode.MATCH_NONE)
    void invalidJsonIsReportedWithTheViolations(JacksonMapper mapper) {
        assertTrue(failure(mapper, "{\"id\":\"t1\"}", AgentThread.class).contains("events"));
        assertTrue(failure(mapper, "{\"event\":\"text_rejected\"}", Event.class).contains("reason"));
        assertTrue(failure(mapper, "[1.5, true]", Event.class).contains("array"));
        assertTrue(failure(mapper, Event.CODEC.encode(THREAD.last()), Event.Started.class)
                .contains("TEXT_REJECTED"));
    }

    private static String failure(JacksonMapper mapper, String json, Class<?> type) {
        String name = assertThrows(Exception.class, () -> mapper.operations().read(json, type))
                .getClass()
                .getSimpleName();
        assertEquals("MismatchedInputException", name);
        return Objects.requireNonNull(
                assertThrows(Exception.class, () -> mapper.operations().read(json, type))
                        .getMessage());
    }
}
