package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.request.Headers;
import java.util.Map;
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
    void excerptIsOneLine() {
        assertEquals("a\\nb", REDACTION.excerpt("a\nb\n", 100));
    }

    @Test
    void textWithAKeyIsNotClean() {
        assertTrue(REDACTION.isClean("sk-abc"));
        assertFalse(REDACTION.isClean("sk-abc/def"));
    }
}
