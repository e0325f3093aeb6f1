package dev.escapement.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void quantifierStaysInOneLine() {
        assertEquals(List.of("[a-z](?:[a-z])", "{0,61}[a-z]"), split("[a-z](?:[a-z]){0,61}[a-z]", 18));
    }

    @Test
    void groupKeepsItsQuantifier() {
        assertEquals(List.of("(?:[a-z]{0,61}", "[a-z])?x"), split("(?:[a-z]{0,61}[a-z])?x", 20));
    }

    @Test
    void commaBeforeAWordEndsALine() {
        assertEquals(List.of("one two,", "three four"), split("one two,three four", 12));
    }

    @Test
    void commaBetweenDigitsEndsALineWithoutOtherSeparators() {
        assertEquals(List.of("1,2,3,", "4,5,6"), split("1,2,3,4,5,6", 7));
    }

    private static List<String> split(String text, int max) {
        return LineBreaks.split(text, max, c -> 1);
    }
}
