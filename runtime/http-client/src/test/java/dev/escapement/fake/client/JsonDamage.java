package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A generator of damaged JSON text, deterministic for a seed: changes a value or a byte, or removes the end. */
public final class JsonDamage {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "9223372036854775807",
            "\"\"",
            "\"x\"",
            "\"text\"",
            "\"tool_use\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"a\":1,\"a\":2}",
            "[1,\"a\",{}]",
            "\"\\ud800\"",
            "{\"message\":\"m\"}",
            "{\"type\":\"thinking\"}");

    private static final String BYTE = "a changed byte";
    private static final String END = "a missing end";

    private final Random random;
    private final Set<String> unused = new TreeSet<>(VALUES);

    public JsonDamage(long seed) {
        this.random = new Random(seed);
        unused.addAll(List.of(BYTE, END));
    }

    /** Returns a damaged copy. */
    public String of(String text) {
        String damaged = text;
        for (int i = random.nextInt(3); i >= 0 && !damaged.isEmpty(); i--) {
            damaged = switch (random.nextInt(6)) {
                case 0 -> byteChanged(damaged);
                case 1 -> endRemoved(damaged);
                default -> valueChanged(damaged);
            };
        }
        return damaged;
    }

    /** Asserts that the damaged copies contain each kind of damage and each value. */
    public void assertEachKindOccurred() {
        assertEquals(Set.of(), unused, "the kinds of damage that did not occur");
    }

    private String endRemoved(String text) {
        unused.remove(END);
        return text.substring(0, random.nextInt(text.length()));
    }

    private String byteChanged(String text) {
        unused.remove(BYTE);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Replaces the value after a random colon. */
    private String valueChanged(String text) {
        int start = text.indexOf("\":", random.nextInt(text.length()));
        if (start < 0) {
            return byteChanged(text);
        }
        start += 2;
        int depth = 0;
        boolean inText = false;
        int end = start;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c == '"' && text.charAt(end - 1) != '\\') {
                inText = !inText;
            } else if (!inText && (c == '{' || c == '[')) {
                depth++;
            } else if (!inText && (c == '}' || c == ']') && --depth < 0) {
                break;
            } else if (!inText && c == ',' && depth == 0) {
                break;
            }
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        unused.remove(value);
        return text.substring(0, start) + value + text.substring(end);
    }
}
