package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.content.Content;
import dev.escapement.engine.TriggerSpec;
import dev.escapement.json.Decoded;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.SchemaOracle;
import dev.escapement.thread.Start;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of triggers that receive JSON. */
class AllTriggersTest {

    private static final String MAIL = "{\"from\":\"ann\",\"text\":\"hi\"}";

    private final AllTriggersLoop loop = new AllTriggersLoop(new AllTriggers());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start    | {"from":"ann","text":"hi"}    | ann: hi
            triggers | [{"content":"x"}]             | x
            name     | 7                             | number 7
            agent    | "a"                           | a
            trigger  | 2                             | trigger 2
            json     | {"a":[3]}                     | 3
            yield    | true                          | yield true
            record   | {"type":"added","id":1}       | Added[id=1]
            level    | "HIGH"                        | HIGH
            any      | {"x":[1,null]}                | {"x":[1,null]}
            at       | "2026-01-31T09:30:00Z"        | 2026-01-31T09:30:00Z
            """)
    void validPayloadStartsAThread(String trigger, String json, String input) {
        assertEquals(accepted(new Start(input, trigger, json)), loop.start(trigger, json));
        assertEquals("", new SchemaOracle(spec(trigger).schema()).faults(json));
    }

    @Test
    void startEqualsThatOfTheTypedMethod() {
        assertEquals(accepted(loop.start(new AllTriggers.Mail("ann", "hi"))), loop.start("start", MAIL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start    | {"from":"angela","text":"hi"}       | $.from
            start    | {"from":"ann","text":"hi","to":""}  | $.to
            start    | {"from":"ann"}                      | $.text
            triggers | [{"content":"x"},{"content":1}]     | $[1].content
            name     | "7"                                 | $
            trigger  | 1                                   | $
            json     | {"a":3}                             | $.a
            level    | "none"                              | $
            agent    | null                                | $
            record   | {"type":"changed","id":1}           | $.type
            """)
    void invalidPayloadHasViolations(String trigger, String json, String path) {
        assertEquals(List.of(path), violations(trigger, json));
        assertFalse(new SchemaOracle(spec(trigger).schema()).accepts(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "\u0000"})
    void malformedPayloadIsRejected(String json) {
        assertEquals("$", violations("start", json).get(0));
    }

    @Test
    void repairsOfThePayloadAreReturned() {
        Repair repair = new Repair("$", Repair.Kind.CONSTANT_IN_OTHER_CASE, "\"high\"", "\"HIGH\"");

        assertEquals(
                new Decoded.Accepted<>(new Start("HIGH", "level", "\"HIGH\""), List.of(repair)),
                loop.start("level", "\"high\""));
    }

    @Test
    void startListsTheFilesOfThePayload() {
        Content.File file = new Content.File("image/png", "a.png", "ab".repeat(32), 3);
        String json = AllTriggers_ScanCodec.INSTANCE.encode(new AllTriggers.Scan(file));

        assertEquals(accepted(new Start("a.png", "scan", json, List.of(file))), loop.start("scan", json));
    }

    @Test
    void exceptionOfTheTriggerIsPassedOn() {
        UnsupportedOperationException thrown =
                assertThrows(UnsupportedOperationException.class, () -> loop.start("fail", "\"not today\""));

        assertEquals("not today", thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "prompt", "ask", "", "START"})
    void otherNamesAreRejected(String trigger) {
        assertThrows(IllegalArgumentException.class, () -> loop.start(trigger, "\"2026-01-31T09:00:00Z\""));
    }

    @Test
    void scheduledTriggersAreNotListed() {
        List<String> names = loop.triggers().stream().map(TriggerSpec::name).toList();

        assertEquals(
                List.of(
                        "start",
                        "triggers",
                        "scan",
                        "name",
                        "agent",
                        "trigger",
                        "json",
                        "yield",
                        "record",
                        "level",
                        "any",
                        "at",
                        "fail"),
                names);
    }

    @Test
    void descriptionIsTheJavadocOfTheMethod() {
        assertEquals("Handles a Mail.", spec("start").description());
        assertEquals("", spec("name").description());
    }

    @Test
    void payloadSharesTheSchemaOfAReply() {
        assertSame(loop.replySchema("ask"), spec("start").schema());
    }

    private TriggerSpec spec(String trigger) {
        return loop.triggers().stream()
                .filter(spec -> spec.name().equals(trigger))
                .findFirst()
                .orElseThrow();
    }

    private List<String> violations(String trigger, String json) {
        return loop.start(trigger, json)
                .fold(
                        accepted -> List.of(),
                        rejected -> rejected.violations().stream()
                                .map(Violation::path)
                                .toList());
    }

    private static Decoded<Start> accepted(Start start) {
        return new Decoded.Accepted<>(start, List.of());
    }
}
