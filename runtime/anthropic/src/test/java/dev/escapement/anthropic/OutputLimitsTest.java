package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputLimitsTest {

    private static final int SENT = 16_384;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_tokens: 16384 > 4096, which is the maximum for claude-x-3-20240307|4096",
                "Invalid max_tokens value, the valid range of max_tokens is [1, 8192]|8192",
                "The maximum number of output tokens is 8,192. 16,384 were requested.|8192"
            })
    void largestLowerNumberIsTheLimit(String error, int limit) {
        assertEquals(OptionalInt.of(limit), OutputLimits.in(error, SENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max_tokens: must be greater than thinking.budget_tokens",
                "max_tokens: 16384 exceeds the context window of 8192",
                "temperature: 2 > 1",
                "model-8192 does not accept max_tokens",
                ""
            })
    void otherErrorsNameNoLimit(String error) {
        assertEquals(OptionalInt.empty(), OutputLimits.in(error, SENT));
    }

    @Test
    void limitBelongsToItsModel() {
        OutputLimits limits = new OutputLimits();

        assertTrue(limits.learn("a", "max_tokens: 16384 > 8192", SENT));
        assertFalse(limits.learn("b", "max_tokens: 16384 > 20000", SENT));
        assertEquals(OptionalInt.of(8192), limits.of("a"));
        assertEquals(OptionalInt.empty(), limits.of("b"));
    }
}
