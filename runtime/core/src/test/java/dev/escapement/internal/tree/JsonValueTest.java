package dev.escapement.internal.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | null",
                " true | true",
                "[ 1 , -0.50, 1e2 ] | [1,-0.50,1E+2]",
                "{ \"a\" : { } , \"b\" : [ ] } | {\"a\":{},\"b\":[]}",
                "\"\\u0041\\n\\/\\\"\\u0001\" | \"A\\n/\\\"\\u0001\"",
                "\"\\ud83d\\ude00\\ud83d\" | \"😀\\ud83d\""
            })
    void whatIsParsedIsPrinted(String json, String printed) {
        assertEquals(printed, JsonValue.parse(json).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "1e9999",
                "tru",
                "nulll",
                "[",
                "[1",
                "[1,]",
                "[1 2]",
                "{",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "1 2",
                "NaN",
                "'a'"
            })
    void allElseIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> JsonValue.parse(json));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void deepNestingIsRefused(int depth) {
        assertThrows(IllegalArgumentException.class, () -> JsonValue.parse("[".repeat(depth)));
    }
}
