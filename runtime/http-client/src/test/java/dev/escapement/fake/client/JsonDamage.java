package dev.escapement.fake.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

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

    private final Random random;

    public JsonDamage(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a damaged copy. */
    public String of(String text) {
        String damaged = text;
        for (int i = random.nextInt(3); i >= 0 && !damaged.isEmpty(); i--) {
            damaged = switch (random.nextInt(6)) {
                case 0 -> byteChanged(damaged);
                case 1 -> damaged.substring(0, random.nextInt(damaged.length()));
                default -> valueChanged(damaged);
            };
        }
        return damaged;
    }

    private String byteChanged(String text) {
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
        return text.substring(0, start) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(end);
    }
}
