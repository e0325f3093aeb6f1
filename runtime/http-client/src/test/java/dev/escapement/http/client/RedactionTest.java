package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.request.Headers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that values of headers are removed from texts of servers. */
class RedactionTest {

    private static final Redaction REDACTION = new Redaction(Headers.of(
            Map.of("Authorization", "Bearer sk-abc/def", "X-Other", "sk-abc/def-long", "X-Flag", "on", "X-Empty", "")));

    @Test
    void keyIsHiddenWithAndWithoutItsScheme() {
        assertEquals("a [hidden] b [hidden] c", REDACTION.clean("a Bearer sk-abc/def b sk-abc/def c"));
    }

    @Test
    void keyWithJsonEscapesIsHidden() {
        assertEquals("[hidden]", REDACTION.clean("sk-abc\\/def"));
    }

    @Test
    void longerKeyIsHiddenAsAWhole() {
        assertEquals("[hidden]", REDACTION.clean("sk-abc/def-long"));
    }

    @Test
    void shortValueIsNotASecret() {
        assertEquals("on and on", REDACTION.clean("on and on"));
    }

    @Test
    void textIsRedactedBeforeItIsCut() {
        assertEquals("the key [hid…", REDACTION.excerpt("the key sk-abc/def", 13));
    }

    @Test
    void beginningOfALongTextIsRedactedWithItsWholeKeys() {
        String keys = "sk-abc/def ".repeat(1000);
        String text = REDACTION.excerpt("x ".repeat(20) + keys, 300);

        assertTrue(text.startsWith("x ".repeat(20) + "[hidden] ".repeat(28)), text);
    }

    @Test
    void redactionOfALongTextTakesNoTime() {
        String text = "{\"a\":\"" + "key=1 ".repeat(2_000_000);

        String excerpt = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> IntStream.range(0, 30)
                        .mapToObj(i -> REDACTION.excerpt(text, 500))
                        .toList()
                        .get(0));
        assertTrue(excerpt.startsWith("{"), excerpt);
    }

    @Test
    void keyAtTheCutIsOmitted() {
        String text = "sk-1234567 ".repeat(400) + "eyJ" + "a".repeat(9000);

        assertFalse(REDACTION.excerpt(text, 4400).contains("eyJ"));
    }

    @Test
    void excerptIsOneLine() {
        assertEquals("a\\nb", REDACTION.excerpt("a\nb\n", 100));
    }

    @Test
    void textWithAKeyIsNotClean() {
        assertTrue(REDACTION.isClean("sk-abc"));
        assertFalse(REDACTION.isClean("sk-abc/def"));
    }
}
