package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Invalid content: 'a b c d e' here|Invalid content: '' here",
                "Invalid content: \"it's a b c d\".|Invalid content: \"\".",
                "'a b c don't stop here now' is bad|'' is bad",
                "Got \u201ca b c d\u201d.|Got \u201c\u201d."
            })
    void sentencesAreRemoved(String message, String expected) {
        assertEquals(expected, Quotations.removedFrom(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 'include' value 'x.y' is only available when 'store' is false",
                "error: {\"message\": \"Unknown parameter: 'a' is not supported\",\"b\":\"c d e f g\"}",
                "This model doesn't support a and can't use b",
                "{'detail': 'a b c d e f'}",
                "an open 'quote that has no end at all",
                ""
            })
    void namesAndJsonRemain(String message) {
        assertEquals(message, Quotations.removedFrom(message));
    }
}
