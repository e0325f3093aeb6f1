package dev.escapement.restate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests of {@link ObjectKey}. */
class ObjectKeyTest {

    private static final List<String> ESCAPED = List.of(
            "", "~", "~a", ".", "..", "a\0b", "\n", "\ud83d", "\ude00\ud83d", "x".repeat(20_000), "東".repeat(10_000));

    @Test
    void usualIdIsItsOwnKey() {
        for (String id : List.of("case-1042", "a/b", "%2e", "a b", "ü", "😀", "...", "x".repeat(10_000))) {
            assertEquals(id, ObjectKey.of(id));
            assertEquals(id, ObjectKey.threadId(id));
        }
    }

    @Test
    void everyKeyHasItsId() {
        for (String id : ESCAPED) {
            assertEquals(id, ObjectKey.threadId(ObjectKey.of(id)));
        }
    }

    @Test
    void idsHaveDifferentKeys() {
        Set<String> keys = ESCAPED.stream().map(ObjectKey::of).collect(Collectors.toSet());

        assertEquals(ESCAPED.size(), keys.size());
    }

    @Test
    void keyFitsIntoUrl() {
        for (String id : List.of("x".repeat(12_000), "東".repeat(10_000), "é".repeat(6_000))) {
            String encoded = URLEncoder.encode(ObjectKey.of(id), StandardCharsets.UTF_8);

            assertTrue(encoded.length() < 65_000, () -> "the encoded key has " + encoded.length() + " characters");
        }
    }
}
