package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.engine.Schedule;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the controls around the steps of an agent, as its generated loop returns them. */
class ControlsTest {

    private static final AgentThread THREAD = new AgentThread(
            "t",
            List.of(new Event.Started(
                    Instant.parse("2026-11-22T10:00:00Z"),
                    AllControls.class.getCanonicalName(),
                    Start.of("Go"),
                    Budget.UNLIMITED)));

    private final AllControls agent = new AllControls();
    private final AllControlsLoop loop = new AllControlsLoop(agent);

    @Test
    void thePolicyIsWhatTheAnnotationSays() {
        Budget budget = Budget.UNLIMITED
                .withSteps(7)
                .withTokens(5_000_000_000L)
                .withCost(new BigDecimal("1.50"))
                .withTime(Duration.ofMinutes(90));

        assertEquals(new Policy(budget, 0, OnFailures.ASK_PERSON, OnText.FINISH), loop.policy());
    }

    @Test
    void thePolicyOfAnAgentThatSaysNothingIsTheDefault() {
        assertEquals(Policy.DEFAULT, new AllFlowsLoop(new AllFlows()).policy());
    }

    /**
     * The loop of a simple agent omits methods for which the defaults of the interface suffice. The agent has a step
     * without a result.
     */
    @Test
    void aSimpleAgentHasNothingBesides() {
        Set<String> declared = new TreeSet<>();
        for (var method : AllFlowsLoop.class.getDeclaredMethods()) {
            if (!java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
                declared.add(method.getName());
            }
        }

        assertEquals(
                Set.of(
                        "agent",
                        "prompt",
                        "tools",
                        "effect",
                        "flow",
                        "returnsNothing",
                        "resultSchema",
                        "resultFingerprint",
                        "readResult",
                        "graph",
                        "next",
                        "run"),
                declared);
    }

    @Test
    void onlyWhatIsNotOfferedIsNotOffered() {
        assertFalse(loop.offered("pay_back"));
        assertTrue(loop.offered("pay"));
        assertTrue(new AllFlowsLoop(new AllFlows()).offered("get_record"));
    }

    @ParameterizedTest
    @CsvSource({
        "pay,      RETURNS",
        "pay_back, RETURNS",
        "look, RETURNS",
        "decide, SELECTS",
        "again, SELECTS",
        "ask_wish, PAUSES",
        "ask_word, PAUSES",
        "close, FINISHES"
    })
    void theReturnTypeSaysWhatFollows(String tool, Flow flow) {
        assertEquals(flow, loop.flow(tool));
    }

    @Test
    void theEffectIsTheOneThatIsWritten() {
        assertEquals(Effect.DESTRUCTIVE, loop.effect("pay"));
        assertEquals(Effect.READ, loop.effect("look"));
        assertEquals(Effect.WRITE, loop.effect("ask_wish"));
    }

    @ParameterizedTest
    @CsvSource({"pay, true", "pay_back, true", "look, true", "decide, true", "again, false", "close, false"})
    void aStepIsGatedIfAnythingStandsBeforeIt(String tool, boolean gated) {
        assertEquals(gated, loop.gated(tool));
    }

    @Test
    void allGatesOfAStepAreAskedInDeclarationOrder() throws Exception {
        loop.review(new Call("c", "pay", "{\"cents\":5}"), THREAD);

        assertEquals(List.of("pay 5", "money of t Pay[cents=5]", "money Pay[cents=5]"), agent.asked);
    }

    @Test
    void theStrictestVerdictCounts() throws Exception {
        Call call = new Call("c", "pay", "{\"cents\":5}");

        assertEquals(Verdict.ask("Move money?"), loop.review(call, THREAD));
        agent.verdict = Verdict.ask("Pay?");
        assertEquals(Verdict.ask("Pay?"), loop.review(call, THREAD), "the first of those that ask");
        agent.verdict = Verdict.deny("Never.");
        assertEquals(Verdict.deny("Never."), loop.review(call, THREAD));
    }

    @Test
    void whatAGateAsksComesBeforeTheQuestionOfAnApproval() throws Exception {
        assertEquals(Verdict.ask("Move money?"), loop.review(new Call("c", "pay_back", "{\"cents\":5}"), THREAD));
    }

    @Test
    void aGateReadsTheArguments() throws Exception {
        assertEquals(Verdict.deny("Do not look at it."), loop.review(new Call("c", "look", "{\"at\":\"it\"}"), THREAD));
    }

    @Test
    void anApprovalAlwaysAsks() throws Exception {
        assertEquals(
                Verdict.ask("Run the tool decide?"),
                loop.review(new Call("c", "decide", "{\"what\":\"pay\"}"), THREAD));
    }

    @Test
    void aStepWithoutAGateMayProceed() throws Exception {
        assertEquals(Verdict.proceed(), loop.review(new Call("c", "close", "{}"), THREAD));
    }

    @Test
    void whatAGateThrowsIsForTheRunner() {
        agent.failing = true;

        assertThrows(IOException.class, () -> loop.review(new Call("c", "pay", "{\"cents\":5}"), THREAD));
    }

    @Test
    void aStepSelectsTheNextCall() throws Exception {
        assertEquals(new Outcome.Selected("pay_back", "{\"cents\":9}"), run("again", "{}"));
        assertEquals(new Outcome.Selected("pay", "{\"cents\":5}"), run("decide", "{\"what\":\"pay\"}"));
        assertEquals(new Outcome.Selected("look", "{\"at\":\"here\"}"), run("decide", "{\"what\":\"look\"}"));
        assertEquals(new Outcome.Failed("cannot decide x"), run("decide", "{\"what\":\"x\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ask_word       | {"type":"string"}
                    ask_short_word | {"type":"string","maxLength":3}
                    ask_flag       | {"type":"boolean"}
                    ask_number     | {"type":"integer","minimum":-2147483648,"maximum":2147483647}
                    ask_size       | {"type":"string","description":"A choice.","enum":["SMALL","LARGE"]}
                    ask_words      | {"type":"array","items":{"type":"string","minLength":1}}
                    """)
    void aPauseCarriesTheSchemaOfTheReply(String tool, String schema) throws Exception {
        assertEquals(
                schema, assertInstanceOf(Outcome.Paused.class, run(tool, "{}")).schema());
    }

    @Test
    void theSchemaOfAReplySaysWhatItsTypeIsFor() throws Exception {
        Outcome.Paused paused = assertInstanceOf(Outcome.Paused.class, run("ask_wish", "{}"));

        assertEquals("What do you want?", paused.question());
        assertEquals(
                "{\"type\":\"object\",\"description\":\"What is wanted\",\"properties\":{"
                        + "\"number\":{\"type\":\"integer\",\"description\":\"How many\",\"minimum\":1,\"maximum\":2147483647},"
                        + "\"alternatives\":{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}"
                        + "},\"required\":[\"number\",\"alternatives\"],\"additionalProperties\":false}",
                paused.schema());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ask_word       | "yes"
                    ask_short_word | "yes"
                    ask_flag       | true
                    ask_number     | -3
                    ask_size       | "LARGE"
                    ask_answer     | {"type":"no","why":"late"}
                    ask_words      | ["a","b"]
                    ask_prices     | {"a":1}
                    ask_day        | "2026-11-22"
                    ask_person     | {"name":"ann"}
                    ask_wish       | {"number":1,"alternatives":[{"number":2,"alternatives":[]}]}
                    """)
    void aReplyThatTheSchemaAllowsIsRead(String tool, String json) {
        assertInstanceOf(Decoded.Accepted.class, loop.readReply(tool, json), () -> "" + loop.readReply(tool, json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ask_word       | 1                                                        | $
                    ask_short_word | "long"                                                   | $
                    ask_flag       | "maybe"                                                  | $
                    ask_number     | 1.5                                                      | $
                    ask_size       | "MEDIUM"                                                 | $
                    ask_answer     | {"type":"no"}                                            | $.why
                    ask_words      | ["a",""]                                                 | $[1]
                    ask_numbers    | [1,"x"]                                                  | $[1]
                    ask_prices     | {"a":null}                                               | $.a
                    ask_day        | "tomorrow"                                               | $
                    ask_person     | {}                                                       | $.name
                    ask_wish       | {"number":1,"alternatives":[{"number":0,"alternatives":[]}]} | $.alternatives[0].number
                    """)
    void aReplyThatTheSchemaForbidsIsRejected(String tool, String json, String path) {
        Decoded.Rejected<?> rejected = assertInstanceOf(Decoded.Rejected.class, loop.readReply(tool, json));

        assertEquals(
                List.of(path),
                rejected.violations().stream().map(Violation::path).toList());
    }

    @Test
    void aReplyIsSentTyped() {
        AllControls.Wish wish = new AllControls.Wish(2, List.of());

        assertEquals(new Reply("ask_wish", "{\"number\":2,\"alternatives\":[]}"), AllControlsLoop.replyToAskWish(wish));
        assertEquals(new Reply("ask_word", "\"hello\""), AllControlsLoop.replyToAskWord("hello"));
        assertEquals(new Reply("ask_flag", "true"), AllControlsLoop.replyToFlag(true));
        assertEquals(new Reply("ask_number", "7"), AllControlsLoop.replyToNumber(7));
        assertEquals(new Reply("ask_size", "\"SMALL\""), AllControlsLoop.replyToSize(AllControls.Size3.SMALL));
        assertEquals(new Reply("ask_numbers", "[1,2]"), AllControlsLoop.replyToNumbers(new int[] {1, 2}));
        assertEquals(new Reply("ask_prices", "{\"a\":1}"), AllControlsLoop.replyToPrices(Map.of("a", 1L)));
        assertEquals(new Reply("ask_day", "\"2026-11-22\""), AllControlsLoop.replyToDay(LocalDate.of(2026, 11, 22)));
        assertEquals(
                new Reply("ask_person", "{\"name\":\"ann\"}"),
                AllControlsLoop.replyToPerson(new AllControls.Person("ann")));
        assertEquals(
                new Reply("ask_answer", "{\"type\":\"yes\"}"),
                AllControlsLoop.replyToAnswer(new AllControls.Answer.Yes()));
    }

    @Test
    void aReplyThatBreaksTheRulesOfItsTypeCannotBeSent() {
        assertThrows(IllegalArgumentException.class, () -> AllControlsLoop.replyToShortWord("long"));
    }

    @Test
    void arraysComeBackAsTheyWere() {
        Decoded<?> decoded = loop.readReply("ask_numbers", "[1,2]");

        assertArrayEquals(new int[] {1, 2}, (int[]) ((Decoded.Accepted<?>) decoded).value());
    }

    @Test
    void aStepThatDoesNotPauseWaitsForNoReply() {
        assertThrows(IllegalArgumentException.class, () -> loop.readReply("look", "1"));
        assertThrows(IllegalArgumentException.class, () -> loop.readReply("unknown", "1"));
    }

    @Test
    void aTriggerMakesABeginning() {
        assertEquals(
                new Start("Mail from ann", "mail", "{\"name\":\"ann\"}"), loop.mail(new AllControls.Person("ann")));
        assertEquals(new Start("Numbers [1, 2]", "effect", "[1,2]"), loop.effect(List.of(1, 2)));
    }

    @Test
    void aTickOfAScheduleMakesABeginning() {
        Instant tick = Instant.parse("2026-03-02T08:00:00Z");

        assertEquals(
                List.of(
                        new Schedule("often", "*/5 * * * *", ZoneId.of("UTC")),
                        new Schedule("morning", "0 9 * * MON-FRI", ZoneId.of("Europe/Berlin"))),
                loop.schedules());
        assertEquals(
                new Start("Five minutes are over", "often", "\"2026-03-02T08:00:00Z\""), loop.scheduled("often", tick));
        assertEquals(
                new Start("It is 2026-03-02T08:00:00Z", "morning", "\"2026-03-02T08:00:00Z\""),
                loop.scheduled("morning", tick));
        assertEquals(loop.scheduled("morning", tick), loop.morning(tick));
        assertThrows(IllegalArgumentException.class, () -> loop.scheduled("mail", tick));
    }

    @Test
    void contextIsFetchedUnderTheNamesOfItsMethods() throws Exception {
        assertEquals(
                List.of(
                        new ContextSource("known_people", Prefetch.When.START),
                        new ContextSource("events", Prefetch.When.EACH_REQUEST)),
                loop.contextSources());
        assertEquals(new Outcome.Returned("[{\"name\":\"ann\"}]"), loop.fetch("known_people", THREAD));
        assertEquals(new Outcome.Returned("1"), loop.fetch("events", THREAD));
    }

    @Test
    void whatAPrefetchDeclaresIsPartOfItsContract() throws Exception {
        agent.failing = true;

        assertEquals(new Outcome.Failed("nobody is in"), loop.fetch("known_people", THREAD));
    }

    @Test
    void contextOfAnUnknownNameCannotBeFetched() {
        assertThrows(IllegalArgumentException.class, () -> loop.fetch("people", THREAD));
    }

    @Test
    void theAgentRendersTheThread() {
        assertEquals(List.of(new Message.User("t")), loop.messages(THREAD, false));
        assertEquals(List.of(new Message.User("t for the last time")), loop.messages(THREAD, true));
    }

    private Outcome run(String tool, String arguments) throws Exception {
        return loop.run(new Call("c", tool, arguments), new StepContext("t", "c", "t/1/c"));
    }
}
