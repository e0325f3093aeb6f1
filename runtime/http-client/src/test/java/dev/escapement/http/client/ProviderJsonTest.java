package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.client.ProviderJson.Kind;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of JSON as providers send it: values that are read are validated, unread values may have any content. */
class ProviderJsonTest {

    @Test
    void propertyIsFoundByItsName() {
        assertEquals(
                "hello",
                ProviderJson.parse("{\"a\":{\"b\":\"hello\"}}")
                        .get("a")
                        .get("b")
                        .text());
    }

    @Test
    void elementsKeepTheirOrder() {
        List<String> texts = ProviderJson.parse("[\"x\",\"y\"]").items().stream()
                .map(ProviderJson::text)
                .toList();

        assertEquals(List.of("x", "y"), texts);
    }

    @Test
    void namesKeepTheirOrder() {
        assertEquals(List.of("z", "a"), ProviderJson.parse("{\"z\":1,\"a\":2}").names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "[]", "1"})
    void missingValueIsAbsent(String json) {
        ProviderJson missing = ProviderJson.parse(json).get("a");

        assertTrue(missing.isAbsent());
        assertEquals("", missing.textOrEmpty());
        assertEquals(0, missing.count());
        assertEquals(List.of(), missing.items());
        assertTrue(missing.get("b").isAbsent());
    }

    @Test
    void missingTextIsNamedByItsPath() {
        ProviderJson choice =
                ProviderJson.parse("{\"choices\":[{}]}").get("choices").items().get(0);

        assertFault(
                "$.choices[0].message.role",
                Kind.TEXT,
                Kind.MISSING.description(),
                () -> choice.get("message").get("role").text());
    }

    @Test
    void valueOfAnotherKindIsNamed() {
        assertFault(
                "$.a",
                Kind.TEXT,
                "{\"b\":1}",
                () -> ProviderJson.parse("{\"a\":{\"b\":1}}").get("a").text());
    }

    @Test
    void unusualNameIsQuotedInAPath() {
        assertEquals(
                "$[\"a.b\"][\"\"]", ProviderJson.parse("{}").get("a.b").get("").path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890.5e-7",
                "\"quotes \\\" and \\u00e9 and \\ud83d\\ude00 and \ud83d\ude00 \"",
                "{ \"b\" : [ 1,2 , {\"c\":\"\ud83d\ude00\"} ] }",
                "[ ]",
                "-0",
                "true",
                "null"
            })
    void sourceTextOfAValueIsKept(String value) {
        ProviderJson json = ProviderJson.parse(
                " {\"before\":\"\ud83d\ude00\",\n\"a\" :  " + value + " , \"after\":[" + value + "]} ");

        assertEquals(value, json.get("a").raw());
        assertEquals(value, json.get("after").items().get(0).raw());
    }

    @Test
    void sourceTextInALongTextIsKept() {
        String filler = "\"" + "\ud83d\ude00\\n".repeat(50_000) + "\"";
        ProviderJson json = ProviderJson.parse("[" + filler + ",{\"a\": 1 }, " + filler + ",42]");

        assertEquals("{\"a\": 1 }", json.items().get(1).raw());
        assertEquals(filler, json.items().get(2).raw());
        assertEquals("42", json.items().get(3).raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", " 12 ", "\"a\"", " \"a\"\n", "{}", "\t[1] ", "false"})
    void sourceTextHasNoSurroundingSpace(String text) {
        assertEquals(text.strip(), ProviderJson.parse(text).raw());
    }

    @Test
    void unreadNumberMayHaveAnyLength() {
        String digits = "7".repeat(100_000);

        assertEquals(
                digits, ProviderJson.parse("{\"a\":" + digits + "}").get("a").raw());
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.0, 12", "1.2e1, 12", "-3, 0", "9223372036854775807, 9223372036854775807", "null, 0"})
    void wholeNumberIsACount(String json, long count) {
        assertEquals(count, ProviderJson.parse(json).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1e999999999", "9223372036854775807.5"})
    void tooLargeNumberIsTheLargestCount(String json) {
        assertEquals(Long.MAX_VALUE, ProviderJson.parse(json).count());
    }

    @Test
    void numberAsTextIsACount() {
        assertEquals(12, ProviderJson.parse("\"1\\u0032\"").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "1e-999999999", "\"many\"", "\"\""})
    void fractionIsNotACount(String json) {
        MalformedReplyException fault = assertThrows(
                MalformedReplyException.class, () -> ProviderJson.parse(json).count());

        assertEquals("$", fault.path());
        assertEquals(json, fault.found());
    }

    @Test
    void listIsNotACount() {
        assertFault("$", Kind.NUMBER, "[12]", () -> ProviderJson.parse("[12]").count());
    }

    @Test
    void repeatedPropertyIsAmbiguous() {
        ProviderJson twice = ProviderJson.parse("{\"a\":\"x\",\"b\":1,\"a\":{\"c\":2}}");

        String found = Kind.AMBIGUOUS.description();
        assertFault("$.a", Kind.TEXT, found, () -> twice.get("a").text());
        assertFault("$.a", Kind.OBJECT, found, () -> twice.get("a").get("c"));
        assertFault("$.a", Kind.ARRAY, found, () -> twice.get("a").items());
        assertFalse(twice.get("a").isAbsent());
        assertEquals(1, twice.get("b").count());
    }

    @Test
    void repeatedPropertyInARawValueIsKept() {
        String arguments = "{\"a\":1,\"a\":2}";

        assertEquals(
                arguments,
                ProviderJson.parse("{\"input\":" + arguments + "}").get("input").raw());
    }

    @Test
    void depthIsLimited() {
        String deepest = "[".repeat(ProviderJson.MAX_DEPTH) + "]".repeat(ProviderJson.MAX_DEPTH);

        assertEquals(deepest, ProviderJson.parse(deepest).raw());
        assertThrows(MalformedReplyException.class, () -> ProviderJson.parse("[" + deepest + "]"));
    }

    @Test
    void propertiesWithoutAValueAndKnownOnesAreOmitted() {
        ProviderJson object = ProviderJson.parse("{\"b\":[1],\"a\":null,\"c\":2,\"d\":\"x\"}");

        Map<String, JsonText> others = object.propertiesExcept(Set.of("c", "e"));
        assertEquals(Map.of("b", new JsonText("[1]"), "d", new JsonText("\"x\"")), others);
        assertEquals(List.of("b", "d"), List.copyOf(others.keySet()));
        assertEquals(Map.of(), ProviderJson.parse("[]").propertiesExcept(Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":NaN}|null", "{\"a\":[-Infinity,\"NaN\"]}|[null,\"NaN\"]", "{\"a\":\"\\\"NaN\"}|\"\\\"NaN\""
            })
    void numbersThatAreNotFiniteAreNull(String text, String expected) {
        assertEquals(expected, ProviderJson.parse(text).get("a").raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\tc\"}", "[\"b\tc\"]", "{\"a\":\"\\_b\tc\"}", "{\"a\":\"b\tc\",\"d\":NaN}"})
    void controlCharactersInStringsAreRead(String text) {
        assertTrue(ProviderJson.parse(text).raw().contains("b\\u0009c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":\"b\\'c\"}|b'c", "{\"a\":\"b\\_\\\\c\"}|b_\\c"},
            ignoreLeadingAndTrailingWhitespace = false)
    void undefinedEscapesAreTheirCharacter(String text, String expected) {
        assertEquals(expected, ProviderJson.parse(text).get("a").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"path\":\"C:\\Users\\ann\"}", "{\"pattern\":\"\\d+\"}", "{\"a\":NaN,\"b\":\"\\1\"}"})
    void backslashThatMayBePartOfTheTextIsRejected(String text) {
        assertThrows(MalformedReplyException.class, () -> ProviderJson.parse(text));
    }

    @Test
    void undefinedEscapeAtTheEndIsRejected() {
        assertThrows(MalformedReplyException.class, () -> ProviderJson.parse("{\"a\":\"\\"));
    }

    @Test
    void argumentsAreStrictJson() {
        assertFalse(ProviderJson.isObject("{\"a\":NaN}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[{\"a\":1}", "{\"a\":\"b", "{\"a\":tr", "{\"a\":1,\"b"})
    void textThatEndsEarlyIsRecognized(String text) {
        assertTrue(ProviderJson.endsEarly(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\" 1}", "{a", "[1,]", "{\"a\":1}}"})
    void otherTextDoesNotEndEarly(String text) {
        assertFalse(ProviderJson.endsEarly(text));
    }

    @Test
    void numberOfValuesIsLimited() {
        String many = "[0" + ",0".repeat(2_000_000) + "]";

        assertThrows(MalformedReplyException.class, () -> ProviderJson.parse(many));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,}", "[1 2]", "'a'", "NaN", "01", "{} {}", "{\"a\":1}x", "\"a"})
    void invalidJsonIsRejected(String text) {
        assertThrows(MalformedReplyException.class, () -> ProviderJson.parse(text));
    }

    @Test
    void messageNamesAllThree() {
        String message = String.valueOf(new MalformedReplyException("$.a", "text", "true").getMessage());

        List.of("$.a", "text", "true").forEach(part -> assertTrue(message.contains(part), message));
    }

    private static void assertFault(String path, Kind expected, String found, Executable access) {
        MalformedReplyException fault = assertThrows(MalformedReplyException.class, access);
        assertEquals(path, fault.path());
        assertEquals(expected.description(), fault.expected());
        assertEquals(found, fault.found());
    }
}
