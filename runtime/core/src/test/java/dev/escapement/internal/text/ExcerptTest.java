package dev.escapement.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextIsLeftAlone() {
        assertEquals("Zürich \"東京\" \\ 😀", Excerpt.line("Zürich \"東京\" \\ 😀", 40));
    }

    @Test
    void aTextOfExactlyTheLengthIsNotCut() {
        assertEquals("abcde", Excerpt.line("abcde", 5));
    }

    @Test
    void aCutTextHasTheLengthWithItsEllipsis() {
        assertEquals("abcd…", Excerpt.line("abcdef", 5));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCutInTwo() {
        assertEquals("abc…", Excerpt.line("abc😀😀", 5));
    }

    @Test
    void anEscapeIsNotCutInTwo() {
        assertEquals("ab…", Excerpt.line("ab\u0000\u0000", 8));
    }

    @Test
    void aLineHasNoLineBreaks() {
        assertEquals("a\\nb\\r\\nc\\td\\u2028e", Excerpt.line("a\nb\r\nc\td\u2028e", 40));
    }

    @Test
    void linesKeepTheirLineBreaksAndTabs() {
        assertEquals("a\nb\nc\td\\u2028e", Excerpt.lines("a\nb\r\nc\td\u2028e", 40));
    }

    @Test
    void aLoneCarriageReturnCannotOverwriteALine() {
        assertEquals("a\\rb", Excerpt.lines("a\rb", 40));
    }

    @Test
    void quotesAndBackslashesAreEscapedBetweenQuotes() {
        assertEquals("\"a\\\"b\\\\u0000\"", Excerpt.quoted("a\"b\\u0000", 40));
    }

    @Test
    void theJoinersOfPersianAndOfEmojiAreKept() {
        assertEquals("می\u200cخواهم 👩\u200d💻", Excerpt.line("می\u200cخواهم 👩\u200d💻", 40));
    }

    @Test
    void anEnormousTextIsReadNoFurtherThanTheCut() {
        assertEquals("xxxxxxxxx…", Excerpt.line("x".repeat(10_000_000), 10));
    }
}
