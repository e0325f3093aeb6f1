package dev.escapement.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Texts that could be confused with other texts or with the syntax of a storage. */
final class HostileStrings {

    private static final List<String> OF_FILES =
            List.of(".", "..", "../t1", "/", "/etc/passwd", "C:\\t1", "a/b", "a\\b", "a:b", "a*b?", "a.", "a ");

    private static final List<String> OF_DEVICES = List.of("CON", "con", "Con", "nul.txt", "com1", "lpt9");

    private static final List<String> OF_STORES =
            List.of("t1.jsonl", "t1.lock", "threads.lock", "%", "%2e", "%41", "_", "~", "-");

    private static final List<String> OF_SHELLS =
            List.of("-rf", "--help", "$(id)", "`id`", "a;b&c|d>e", "'", "''", "' or 1=1; --", "?", "$1", ":id");

    private static final List<String> OF_LETTERS =
            List.of("a", "A", "ü", "u\u0308", "Ü", "ß", "ss", "ı", "İ", "東京", "😀", "\uffee");

    private static final List<String> INVISIBLE =
            List.of(" ", " a", "\t", "\n", "a\nb", "\r\n", "\0", "a\0b", "\u2028", "\u202e", "\uFEFF");

    private static final List<String> NO_UNICODE = List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d\ud83d\ude00");

    private static final List<String> LONG = List.of(
            "x".repeat(255), "x".repeat(10_000), "x".repeat(9_999) + "y", "X".repeat(10_000), "東".repeat(10_000));

    private static final List<String> OF_JSON =
            List.of("\"", "\\", "\\n", "\\u0000", "}\n{", "{\"event\":\"stopped\"}\n", "\b\f\u001b[2J\u007f\u0085");

    /** Distinct texts, not empty. */
    static final List<String> ALL = Stream.of(
                    OF_FILES, OF_DEVICES, OF_STORES, OF_SHELLS, OF_LETTERS, INVISIBLE, NO_UNICODE, LONG, OF_JSON)
            .flatMap(List::stream)
            .toList();

    private static final int EXCERPT = 40;

    private HostileStrings() {}

    /** Returns a text for a message, in printable ASCII characters. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder("\"");
        text.chars()
                .limit(EXCERPT)
                .forEach(c -> printable.append(c >= ' ' && c < 0x7f ? "" + (char) c : String.format("\\u%04x", c)));
        return printable
                .append(text.length() > EXCERPT ? "…\" (" + text.length() + " code units)" : "\"")
                .toString();
    }
}
