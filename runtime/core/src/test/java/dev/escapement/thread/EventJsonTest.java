package dev.escapement.thread;

import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.violations;
import static dev.escapement.internal.json.ViolationMessages.meant;
import static dev.escapement.internal.json.ViolationMessages.oneOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.Effect;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the JSON form of threads. Stored threads have this form, so golden texts may be added but not changed. */
class EventJsonTest {

    private static final Instant AT = GoldenEvents.AT;
    private static final String HEAD = GoldenEvents.HEAD;
    private static final int DAMAGED_TEXTS = Integer.getInteger("hostile.events", 400);

    static Set<Event> samples() {
        return GoldenEvents.TEXTS.keySet();
    }

    @Test
    void thereIsASampleOfEveryTypeOfEvent() {
        assertEquals(
                RandomEvents.kinds().collect(Collectors.toSet()),
                samples().stream().<Class<?>>map(Event::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTextOfAnEventStaysAsItIs(Event event) {
        assertEquals(GoldenEvents.TEXTS.get(event), Event.CODEC.encode(event));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsReadAsItWasWritten(Event event) {
        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(GoldenEvents.TEXTS.get(event)));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void everyEffectIsReadAsItWasWritten(Effect effect) {
        Event event = new Event.StepStarted(AT, "c1", effect, "k", 1, "returns");

        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(Event.CODEC.encode(event)));
    }

    @ParameterizedTest
    @EnumSource(StopReason.class)
    void everyReasonToStopIsReadAsItWasWritten(StopReason stop) {
        Event event = new Event.ModelReplied(
                AT, "", List.of(), Usage.NONE, stop, ReplyProvenance.UNKNOWN, Optional.empty(), 0, Duration.ZERO);

        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(Event.CODEC.encode(event)));
    }

    static Stream<Arguments> wrongReplies() {
        return Stream.of(
                arguments(
                        "\"stop\":\"lenght\"",
                        new Violation(
                                "$.stop",
                                oneOf(constants(StopReason.values())) + meant("\"length\""),
                                string("lenght"))),
                arguments("\"stop\":null", new Violation("$.stop", oneOf(constants(StopReason.values())), "null")),
                arguments(
                        "\"exchange\":{\"provider\":1}",
                        new Violation("$.exchange.provider", ViolationMessages.STRING, "1")),
                arguments("\"state\":{\"format\":\"x\"}", missing("$.state.json")),
                arguments("\"state\":null", new Violation("$.state", ViolationMessages.OBJECT, "null")));
    }

    @ParameterizedTest
    @MethodSource("wrongReplies")
    void whatIsWrongWithAReplyIsRejectedAtItsPlace(String property, Violation violation) {
        assertEquals(
                List.of(violation),
                violations(
                        Event.CODEC,
                        "{\"event\":\"model_replied\"," + HEAD + ",\"text\":\"\",\"calls\":[],"
                                + "\"usage\":{\"inputTokens\":0,\"outputTokens\":0}," + property + "}"));
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
                "{\"id\":\"t1\",\"events\":[" + GoldenEvents.TEXTS.get(started) + "]}",
                new AgentThread("t1", List.of(started)).toJson());
    }

    @Test
    void theKindOfAnEventMayStandLast() {
        assertEquals(
                new Decoded.Accepted<>(new Event.Stopped(AT, "", StopCause.CANCELLED, "x"), List.of()),
                Event.CODEC.decode("{\"reason\":\"x\"," + HEAD + ",\"event\":\"stopped\"}"));
    }

    @TestFactory
    Stream<DynamicTest> anyEventOfAKindIsReadAsItWasWrittenThroughBytes() {
        return RandomEvents.kinds()
                .map(kind -> DynamicTest.dynamicTest(kind.getSimpleName(), () -> {
                    RandomEvents random = new RandomEvents(kind.getSimpleName().hashCode());
                    for (int i = 0; i < 200; i++) {
                        Event event = random.next(kind);
                        String stored = new String(Event.CODEC.encode(event).getBytes(UTF_8), UTF_8);

                        assertEquals(new Decoded.Accepted<>(event, List.of()), Event.CODEC.decode(stored));
                    }
                }));
    }

    @Test
    void aCorruptThreadIsRejectedWithThePlaceOfEveryFault() {
        String corrupt = "{\"id\":5,\"events\":["
                + "{\"event\":\"started\",\"at\":\"yesterday\",\"agent\":\"Desk\"},"
                + "{\"event\":\"step_started\"," + HEAD
                + ",\"callId\":\"c\",\"effect\":\"wrte\",\"idempotencyKey\":\"k\"},"
                + "{\"event\":\"step_started\"," + HEAD + ",\"callId\":\"c\",\"effect\":5,\"idempotencyKey\":\"k\"},"
                + "{\"event\":\"model_replied\"," + HEAD + ",\"text\":\"\",\"calls\":[{\"id\":\"\",\"tool\":\"t\","
                + "\"arguments\":\"\"}],\"usage\":{\"inputTokens\":-1,\"outputTokens\":0}},"
                + "{\"event\":\"stopped\"," + HEAD + ",\"reason\":7},"
                + "{\"event\":\"call_selected\"," + HEAD + ",\"callId\":\"c\",\"next\":{\"id\":\"\",\"tool\":\"t\","
                + "\"arguments\":\"\"}},"
                + "{\"event\":\"step_failed\"," + HEAD + ",\"callId\":\"c\",\"message\":\"m\",\"declared\":\"yes\"},"
                + "7]}";

        assertEquals(
                List.of(
                        new Violation("$.events[0].at", ViolationMessages.TIME, string("yesterday")),
                        missing("$.events[0].input"),
                        new Violation(
                                "$.events[1].effect",
                                oneOf(constants(Effect.values())) + meant("\"write\""),
                                string("wrte")),
                        new Violation("$.events[2].effect", oneOf(constants(Effect.values())), "5"),
                        refused("$.events[3].calls[0]", () -> new Call("", "t", "")),
                        refused("$.events[3].usage", () -> new Usage(-1, 0)),
                        new Violation("$.events[4].reason", ViolationMessages.STRING, "7"),
                        refused("$.events[5].next", () -> new Call("", "t", "")),
                        new Violation("$.events[6].declared", ViolationMessages.BOOLEAN, string("yes")),
                        new Violation("$.events[7]", ViolationMessages.OBJECT, "7"),
                        new Violation("$.id", ViolationMessages.STRING, "5")),
                violations(AgentThread.CODEC, corrupt));
    }

    @Test
    void unknownKindIsRejectedWithTheKnownOnes() {
        assertEquals(
                List.of(new Violation(
                        "$.event",
                        oneOf(constants(EventKind.values())) + meant("\"step_started\""),
                        string("step_strated"))),
                violations(Event.CODEC, "{\"event\":\"step_strated\"," + HEAD + "}"));
    }

    static Stream<Arguments> wrongBudgets() {
        return Stream.of(
                arguments("{\"steps\":-1}", refused("$.budget", () -> Budget.UNLIMITED.withSteps(-1))),
                arguments("{\"cost\":0}", refused("$.budget", () -> Budget.UNLIMITED.withCost(BigDecimal.ZERO))),
                arguments(
                        "{\"time\":\"-PT1S\"}",
                        refused("$.budget", () -> Budget.UNLIMITED.withTime(Duration.ofSeconds(-1)))),
                arguments(
                        "{\"time\":\"long\"}",
                        new Violation("$.budget.time", ViolationMessages.DURATION, string("long"))),
                arguments("{\"tokens\":1.5}", new Violation("$.budget.tokens", ViolationMessages.INTEGER, "1.5")),
                arguments("{\"cost\":\"1\"}", new Violation("$.budget.cost", ViolationMessages.NUMBER, string("1"))),
                arguments("null", new Violation("$.budget", ViolationMessages.OBJECT, "null")));
    }

    @ParameterizedTest
    @MethodSource("wrongBudgets")
    void aBudgetThatIsNoneIsRejectedAtItsPlace(String budget, Violation violation) {
        assertEquals(
                List.of(violation),
                violations(
                        Event.CODEC,
                        "{\"event\":\"started\"," + HEAD + ",\"agent\":\"Desk\",\"input\":\"x\",\"budget\":" + budget
                                + "}"));
    }

    @TestFactory
    Stream<DynamicTest> anEventWithoutAPropertyThatItMustHaveIsRejectedAtItsPlace() {
        return samples().stream()
                .map(event -> DynamicTest.dynamicTest(GoldenEvents.TEXTS.get(event), () -> {
                    for (String property : REQUIRED) {
                        String renamed = GoldenEvents.TEXTS.get(event).replace("\"" + property + "\":", "\"gone\":");
                        if (!renamed.equals(GoldenEvents.TEXTS.get(event)) && !isOptional(event, property)) {
                            assertTrue(
                                    violations(Event.CODEC, renamed).contains(missing(path(event, property))),
                                    property);
                        }
                    }
                }));
    }

    private static final List<String> REQUIRED = List.of(
            "at",
            "callId",
            "reason",
            "result",
            "text",
            "calls",
            "usage",
            "by",
            "message",
            "declared",
            "exception",
            "answer",
            "more",
            "cause",
            "json",
            "tool");

    private static boolean isOptional(Event event, String property) {
        return (event instanceof Event.Stopped && Set.of("by", "cause").contains(property))
                || (event instanceof DelegateEnded && property.equals("tool"))
                || (Set.of(EventKind.STARTED, EventKind.AGENT_UPDATED).contains(event.kind())
                        && property.equals("result")); // of a version
    }

    /** Returns the path of a property, which is unique in the event. */
    private static String path(Event event, String property) {
        return switch (event.kind()) {
            case ANSWERED_BY_PERSON ->
                Set.of("at", "callId", "by", "answer").contains(property) ? "$." + property : "$.answer." + property;
            case MODEL_REPLIED ->
                property.equals("tool")
                        ? "$.calls[0].tool"
                        : property.equals("json") ? "$.state.json" : "$." + property;
            case STARTED -> property.equals("callId") ? "$.parent.callId" : "$." + property;
            case CALL_SELECTED -> property.equals("tool") ? "$.next.tool" : "$." + property;
            default -> "$." + property;
        };
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                arguments("{\"kind\":\"next\",\"tool\":\"t\"}", missing("$.answer.json")),
                arguments(
                        "{\"kind\":\"failed\",\"reason\":1}",
                        new Violation("$.answer.reason", ViolationMessages.STRING, "1")),
                arguments(
                        "{\"kind\":\"run_agian\"}",
                        new Violation(
                                "$.answer.kind",
                                oneOf(constants(Answer.Kind.values())) + meant("\"run_again\""),
                                string("run_agian"))),
                arguments("7", new Violation("$.answer", ViolationMessages.OBJECT, "7")));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void wrongAnswerIsRejectedAtItsPlace(String answer, Violation violation) {
        assertEquals(
                List.of(violation),
                violations(
                        Event.CODEC,
                        "{\"event\":\"answered_by_person\"," + HEAD + ",\"callId\":\"c1\",\"by\":\"alice\",\"answer\":"
                                + answer + "}"));
    }

    /** The number of an attempt is counted from 1. */
    @Test
    void attemptBelowOneIsRejected() {
        assertEquals(
                List.of(refused("$", () -> new Event.StepStarted(AT, "c1", Effect.READ, "k", 0, ""))),
                violations(
                        Event.CODEC,
                        "{\"event\":\"step_started\"," + HEAD
                                + ",\"callId\":\"c1\",\"effect\":\"read\",\"idempotencyKey\":\"k\",\"attempt\":0}"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedTextIsNeverAnException(Event event) {
        Random random = new Random(7);
        String text = GoldenEvents.TEXTS.get(event);
        Set<String> inserted = new HashSet<>();
        for (int i = 0; i < DAMAGED_TEXTS; i++) {
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(Math.min(20, text.length() - from) + 1);
            String damage = DAMAGE.get(random.nextInt(DAMAGE.size()));
            String damaged = text.substring(0, from) + damage + text.substring(random.nextBoolean() ? from : to);
            inserted.add(damage);

            assertDoesNotThrow(() -> Event.CODEC.decode(damaged), damaged);
        }
        assertEquals(Set.copyOf(DAMAGE), inserted);
    }

    private static final List<String> DAMAGE =
            List.of("", "\"", "null", "-1", "1e999999999", "{}", "[]", "{", "}", ",", ":", "\\", "\ud83d", "true");

    /** Returns the violation for an object whose values a constructor refuses. */
    private static Violation refused(String path, Executable constructor) {
        String reason =
                assertThrows(IllegalArgumentException.class, constructor).getMessage();
        return new Violation(path, ViolationMessages.CONSISTENT, ViolationMessages.inconsistent(reason));
    }

    /** Returns the names of constants in JSON, quoted; at most 400 characters. */
    static String constants(Enum<?>... constants) {
        StringJoiner names = new StringJoiner(", ");
        for (Enum<?> constant : constants) {
            String name = '"' + constant.name().toLowerCase(Locale.ROOT) + '"';
            if (names.length() + name.length() > 400) {
                return names.add("…").toString();
            }
            names.add(name);
        }
        return names.toString();
    }

    @Test
    void aThreadThatDoesNotBeginWithItsStartIsRejected() {
        assertEquals(
                new Decoded.Rejected<>(List.of(refused("$", () -> new AgentThread("t1", List.of())))),
                AgentThread.CODEC.decode("{\"id\":\"t1\",\"events\":[]}"));
    }

    @Test
    void readingACorruptThreadThrowsWithThePlace() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> AgentThread.fromJson("{\"id\":\"t1\"}"));

        assertTrue(thrown.getMessage().contains("$.events"), thrown::getMessage);
    }
}
