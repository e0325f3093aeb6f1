package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpairedSurrogatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":\"\\u00e4\\n\\\"\"}",
                "\"\\ud83d\\ude00\"",
                "\"\\\\ud83d\"",
                "\"\\\\\\\\ud83d\"",
                "\"\ud83d\ude00\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\ud83",
                "{\"a\":\"\\ud8zz\""
            })
    void pairedSurrogatesStay(String json) {
        assertEquals(json, UnpairedSurrogates.replaceInJson(json));
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        assertEquals("\"\\ufffd\"", UnpairedSurrogates.replaceInJson("\"\\ud83d\""));
        assertEquals("\"\\ufffd\\ufffd\"", UnpairedSurrogates.replaceInJson("\"\\ude00\\uD83D\""));
        assertEquals("\"\\ufffd\\n\"", UnpairedSurrogates.replaceInJson("\"\\ud83d\\n\""));
        assertEquals("\"\\\\\\ufffd\"", UnpairedSurrogates.replaceInJson("\"\\\\\\ud83d\""));
        assertEquals("\"\ufffd\"", UnpairedSurrogates.replaceInJson("\"\ud83d\""));
    }
}
