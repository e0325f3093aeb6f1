package dev.escapement.jdbc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that replaces an erased event: {@code {"erased":"started","at":"…","sha256":"…"}}. */
final class Tombstone {

    private static final Pattern HASH = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"}$");
    private static final String START = "{\"erased\":\"";

    private Tombstone() {}

    /** Returns a text. The kind and the time do not contain characters that JSON escapes. */
    static String text(String kind, String at, String hash) {
        return START + kind + "\",\"at\":\"" + at + "\",\"sha256\":\"" + hash + "\"}";
    }

    /** Returns the hash of the erased text; empty if the text is not a tombstone. */
    static Optional<String> hash(String text) {
        Matcher matcher = HASH.matcher(text);
        return text.startsWith(START) && matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
