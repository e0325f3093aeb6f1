package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.escapement.http.client.ProviderJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamelCaseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"finish_reason\":\"STOP\"}|{\"finishReason\":\"STOP\"}",
                "{\"a_b_c\":1,\"d\":2}|{\"aBC\":1,\"d\":2}",
                "{\"aB\":1,\"a_b\":2,\"c_d\":3}|{\"aB\":1,\"cD\":3}",
                "{\"_a\":1,\"b__c\":2}|{\"_a\":1,\"bC\":2}"
            })
    void ownNamesAreConverted(String text, String expected) {
        assertEquals(expected, CamelCase.of(ProviderJson.parse(text)).raw());
    }

    @Test
    void namesInsideValuesAreKept() {
        ProviderJson call = ProviderJson.parse("{\"tool_args\":{\"city_name\":\"Oslo\"}}");

        assertEquals(
                "{\"city_name\":\"Oslo\"}", CamelCase.of(call).get("toolArgs").raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"finishReason\":\"STOP\"}", "[1]", "\"a_b\"", "null"})
    void otherValuesAreTheSame(String text) {
        ProviderJson value = ProviderJson.parse(text);

        assertSame(value, CamelCase.of(value));
    }
}
