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
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");
    private static final String HEAD = "\"at\":\"2026-01-31T12:00:00.123456789Z\"";

    /** Samples of each type of event, and their texts. */
    private static final Map<Event, String> GOLDEN = new LinkedHashMap<>();

    static {
        golden(
                new Event.Started(AT, "Desk", "Where is \"A-1\"?\n😀"),
                "started",
                "\"agent\":\"Desk\",\"input\":\"Where is \\\"A-1\\\"?\\n😀\"");
        golden(
                new Event.Started(
                        AT,
                        "Desk",
                        new Start("deploy", "onSlack", "{\"user\":\"al\"}"),
                        Budget.UNLIMITED
                                .withSteps(9)
                                .withModelCalls(8)
                                .withTokens(7)
                                .withCost(new BigDecimal("1.50"))
                                .withTime(Duration.ofMinutes(90))),
                "started",
                "\"agent\":\"Desk\",\"input\":\"deploy\",\"trigger\":\"onSlack\",\"payload\":\"{\\\"user\\\":\\\"al\\\"}\","
                        + "\"budget\":{\"steps\":9,\"modelCalls\":8,\"tokens\":7,\"cost\":1.50,\"time\":\"PT1H30M\"}");
        golden(
                new Event.ContextFetched(AT, "tags", "[\"v1\"]", Duration.ZERO),
                "context_fetched",
                "\"source\":\"tags\",\"result\":\"[\\\"v1\\\"]\"");
        golden(
                new Event.ContextFailed(AT, "tags", "no network", true),
                "context_failed",
                "\"source\":\"tags\",\"message\":\"no network\",\"declared\":true");
        golden(
                new Event.ModelReplied(
                        AT,
                        "Let me see",
                        List.of(new Call("c1", "look_up", "{\"a\":1"), new Call("c2", "", "")),
                        new Usage(Long.MAX_VALUE - 7, 7)),
                "model_replied",
                "\"text\":\"Let me see\",\"calls\":[{\"id\":\"c1\",\"tool\":\"look_up\",\"arguments\":\"{\\\"a\\\":1\"},"
                        + "{\"id\":\"c2\",\"tool\":\"\",\"arguments\":\"\"}],\"usage\":{\"inputTokens\":9223372036854775800,"
                        + "\"outputTokens\":7}");
        golden(
                new Event.ModelReplied(AT, "", List.of(), new Usage(100, 7, 60, new BigDecimal("0.0021"))),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":100,\"outputTokens\":7,"
                        + "\"cachedTokens\":60,\"cost\":0.0021}");
        golden(
                new Event.ModelReplied(
                        AT,
                        "It is",
                        List.of(),
                        new Usage(1, 2),
                        StopReason.CONTENT_FILTER,
                        new ReplyProvenance("anthropic", "m-2026-01-31", "msg_1", "aa11", "bb22"),
                        Optional.of(new ProviderState("anthropic.messages", "[{\"type\":\"thinking\"}]")),
                        0,
                        Duration.ZERO),
                "model_replied",
                "\"text\":\"It is\",\"calls\":[],\"usage\":{\"inputTokens\":1,\"outputTokens\":2},"
                        + "\"stop\":\"content_filter\",\"exchange\":{\"provider\":\"anthropic\","
                        + "\"model\":\"m-2026-01-31\",\"replyId\":\"msg_1\",\"requestSha256\":\"aa11\","
                        + "\"replySha256\":\"bb22\"},\"state\":{\"format\":\"anthropic.messages\","
                        + "\"json\":\"[{\\\"type\\\":\\\"thinking\\\"}]\"}");
        golden(
                new Event.ModelReplied(
                        AT,
                        "",
                        List.of(),
                        Usage.NONE,
                        StopReason.COMPLETE,
                        new ReplyProvenance("", "m", "", "", ""),
                        Optional.empty(),
                        0,
                        Duration.ZERO),
                "model_replied",
                "\"text\":\"\",\"calls\":[],\"usage\":{\"inputTokens\":0,\"outputTokens\":0},"
                        + "\"exchange\":{\"model\":\"m\"}");
        golden(new Event.TextRejected(AT, "call a tool"), "text_rejected", "\"reason\":\"call a tool\"");
        golden(
                new Event.CallRejected(AT, "c1", "no such tool"),
                "call_rejected",
                "\"callId\":\"c1\",\"reason\":\"no such tool\"");
        golden(new Event.GatePassed(AT, "c1"), "gate_passed", "\"callId\":\"c1\"");
        golden(new Event.GateDenied(AT, "c1", "too much"), "gate_denied", "\"callId\":\"c1\",\"reason\":\"too much\"");
        golden(
                new Event.ApprovalAsked(AT, "c1", "Refund?", "ab12"),
                "approval_asked",
                "\"callId\":\"c1\",\"question\":\"Refund?\",\"argumentsSha256\":\"ab12\"");
        golden(
                new Event.Approved(AT, "c1", "alice", "ab12", Optional.empty()),
                "approved",
                "\"callId\":\"c1\",\"by\":\"alice\",\"argumentsSha256\":\"ab12\"");
        golden(
                new Event.Approved(AT, "c1", "alice", "cd34", Optional.of("{}")),
                "approved",
                "\"callId\":\"c1\",\"by\":\"alice\",\"argumentsSha256\":\"cd34\",\"editedArguments\":\"{}\"");
        golden(
                new Event.Refused(AT, "c1", "bob", "not today"),
                "refused",
                "\"callId\":\"c1\",\"by\":\"bob\",\"reason\":\"not today\"");
        golden(
                new Event.StepStarted(AT, "c1", Effect.READ, "t1/1/c1", 1, "returns"),
                "step_started",
                "\"callId\":\"c1\",\"effect\":\"read\",\"idempotencyKey\":\"t1/1/c1\"");
        golden(
                new Event.StepReturned(AT, "c1", "{\"id\":1}"),
                "step_returned",
                "\"callId\":\"c1\",\"result\":\"{\\\"id\\\":1}\"");
        golden(
                new Event.CallSelected(AT, "c1", new Call("c1-2", "check", "{}")),
                "call_selected",
                "\"callId\":\"c1\",\"next\":{\"id\":\"c1-2\",\"tool\":\"check\",\"arguments\":\"{}\"}");
        golden(
                new Event.StepFailed(AT, "c1", "not found", true),
                "step_failed",
                "\"callId\":\"c1\",\"message\":\"not found\",\"declared\":true");
        golden(
                new Event.AnsweredByPerson(AT, "c1", "alice", new Answer.RunAgain(), ""),
                "rerun_allowed",
                "\"callId\":\"c1\",\"by\":\"alice\"");
        golden(
                new Event.AnsweredByPerson(AT, "c1", "alice", new Answer.Returned("\"it was paid\""), ""),
                "step_confirmed",
                "\"callId\":\"c1\",\"by\":\"alice\",\"note\":\"it was paid\"");
        golden(
                new Event.ReplyAsked(AT, "c1", "Which one?", "{\"type\":\"string\"}"),
                "reply_asked",
                "\"callId\":\"c1\",\"question\":\"Which one?\",\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"");
        golden(
                new Event.ReplyReceived(AT, "c1", "\"the red one\"", true),
                "reply_received",
                "\"callId\":\"c1\",\"reply\":\"\\\"the red one\\\"\"");
        golden(new Event.PersonAsked(AT, "What now?"), "person_asked", "\"question\":\"What now?\"");
        golden(new Event.MessageReceived(AT, "and now?"), "message_received", "\"text\":\"and now?\"");
        golden(new Event.Finished(AT, "c1", "\"done\""), "finished", "\"callId\":\"c1\",\"result\":\"\\\"done\\\"\"");
        golden(new Event.Stopped(AT, "", StopCause.CANCELLED, "cancelled"), "stopped", "\"reason\":\"cancelled\"");
    }

    private static void golden(Event event, String kind, String rest) {
        GOLDEN.put(event, "{\"event\":\"" + kind + "\"," + HEAD + "," + rest + "}");
    }

    static Set<Event> samples() {
        return GOLDEN.keySet();
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
                                oneOf(quoted("complete", "length", "refusal", "content_filter", "unknown"))
                                        + meant("\"length\""),
                                string("lenght"))),
                arguments("\"stop\":null", new Violation("$.stop", ViolationMessages.STRING, "null")),
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
                "{\"id\":\"t1\",\"events\":[" + GOLDEN.get(started) + "]}",
                new AgentThread("t1", List.of(started)).toJson());
    }

    @Test
    void theKindOfAnEventMayStandLast() {
        assertEquals(
                new Decoded.Accepted<>(new Event.Stopped(AT, "", StopCause.CANCELLED, "x"), List.of()),
                Event.CODEC.decode("{\"reason\":\"x\"," + HEAD + ",\"event\":\"stopped\"}"));
    }

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
                                new Event.StepStarted(second, "c2", Effect.WRITE, "k", 1, "returns"),
                                new Event.StepReturned(second, "c2", ""),
                                new Event.StepFailed(second, "c3", "broke", false),
                                new Event.Finished(second, "c4", "5"),
                                new Event.Stopped(second, "", StopCause.CANCELLED, "enough"))),
                AgentThread.fromJson(stored));
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
                + "{\"event\":\"stopped\"," + HEAD + ",\"reason\":\"x\",\"more\":1},"
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
                                oneOf(quoted("read", "idempotent", "write", "destructive")) + meant("\"write\""),
                                string("wrte")),
                        new Violation("$.events[2].effect", ViolationMessages.STRING, "5"),
                        refused("$.events[3].calls[0]", () -> new Call("", "t", "")),
                        refused("$.events[3].usage", () -> new Usage(-1, 0)),
                        new Violation("$.events[4].more", ViolationMessages.UNKNOWN_PROPERTY, "1"),
                        refused("$.events[5].next", () -> new Call("", "t", "")),
                        new Violation("$.events[6].declared", ViolationMessages.BOOLEAN, string("yes")),
                        new Violation("$.events[7]", ViolationMessages.OBJECT, "7"),
                        new Violation("$.id", ViolationMessages.STRING, "5")),
                violations(AgentThread.CODEC, corrupt));
    }

    @Test
    void anUnknownKindOfEventIsRejectedWithAllThatThereAre() {
        assertEquals(
                List.of(new Violation(
                        "$.event",
                        oneOf(quoted(Stream.of(EventKind.values())
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .toArray(String[]::new)))
                                + meant("\"step_started\""),
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
                arguments(
                        "{\"step\":1}",
                        new Violation("$.budget.step", ViolationMessages.UNKNOWN_PROPERTY + meant("\"steps\""), "1")),
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
                .map(event -> DynamicTest.dynamicTest(GOLDEN.get(event), () -> {
                    for (String property :
                            List.of("at", "callId", "reason", "result", "text", "calls", "usage", "by")) {
                        String renamed = GOLDEN.get(event).replace("\"" + property + "\":", "\"gone\":");
                        if (!renamed.equals(GOLDEN.get(event))) {
                            assertTrue(violations(Event.CODEC, renamed).contains(missing("$." + property)));
                        }
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedTextIsNeverAnException(Event event) {
        Random random = new Random(7);
        String text = GOLDEN.get(event);
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(Math.min(20, text.length() - from) + 1);
            String damaged = text.substring(0, from)
                    + DAMAGE.get(random.nextInt(DAMAGE.size()))
                    + text.substring(random.nextBoolean() ? from : to);

            assertDoesNotThrow(() -> Event.CODEC.decode(damaged), damaged);
        }
    }

    private static final List<String> DAMAGE =
            List.of("", "\"", "null", "-1", "1e999999999", "{}", "[]", "{", "}", ",", ":", "\\", "\ud83d", "true");

    /** Returns the violation for an object whose values a constructor refuses. */
    private static Violation refused(String path, Executable constructor) {
        String reason =
                assertThrows(IllegalArgumentException.class, constructor).getMessage();
        return new Violation(path, ViolationMessages.CONSISTENT, ViolationMessages.inconsistent(reason));
    }

    private static String quoted(String... names) {
        return Stream.of(names).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
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
