package dev.escapement.internal.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n\r", "\u00a0", "\u202f", "\u2003", "\u3000", "\u200b\u200d", "\ufeff", "\u0085"})
    void textWithoutVisibleCharactersIsBlank(String text) {
        assertTrue(BlankText.is(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " . ", "\u00a00\u00a0", "\uD83D\uDE00", "\uD83D", "\u0301"})
    void textWithAVisibleCharacterIsNotBlank(String text) {
        assertFalse(BlankText.is(text));
    }
}
