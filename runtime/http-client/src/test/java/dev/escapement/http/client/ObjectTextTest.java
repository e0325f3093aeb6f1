package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTextTest {

    private static final String OBJECT = "{\"a\":\"}\\\"{\",\"b\":{}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                "\"}",
                "}}]",
                "\n```",
                "<|im_end|>",
                " </tool_call>",
                "</s>",
                "[/TOOL_CALLS]",
                "<\uff5ctool\u2581call\u2581end\uff5c>",
                ";"
            })
    void bracketsAndMarkersAreIgnored(String junk) {
        assertEquals(OBJECT, ObjectText.of(OBJECT + junk));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", ",\"c\":1}", " done", "<a b>", "} and"})
    void otherTextIsKept(String rest) {
        assertEquals(OBJECT + rest, ObjectText.of(OBJECT + rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]}", "{\"a\":1", "{a}}", "}", "{\"a\":\"\\\"}"})
    void textWithoutAnObjectIsKept(String text) {
        assertEquals(text, ObjectText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", " null\n", "[]", "[ ]"})
    void noArgumentsAreEmptyText(String text) {
        assertEquals("", ObjectText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nulls", "[null]", "[[]]", "\"null\"", "null {}"})
    void otherValuesAreNotNothing(String text) {
        assertEquals(text, ObjectText.of(text));
    }
}
