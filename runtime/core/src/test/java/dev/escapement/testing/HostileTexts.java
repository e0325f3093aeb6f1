package dev.escapement.testing;

import java.util.List;
import java.util.stream.Stream;

/** Texts that could be confused with other texts or with syntax. */
public final class HostileTexts {

    private static final List<String> OF_FILES =
            List.of(".", "..", "../t1", "/", "/etc/passwd", "C:\\t1", "a/b", "a\\b", "a:b", "a*b?", "a.", "a ");

    private static final List<String> OF_DEVICES = List.of("CON", "con", "Con", "nul.txt", "com1", "lpt9");

    private static final List<String> OF_THE_STORE =
            List.of("t1.jsonl", "t1.lock", "threads.lock", "%", "%2e", "%41", "~", "-");

    private static final List<String> OF_SHELLS =
            List.of("-rf", "--help", "$(id)", "`id`", "a;b&c|d>e", "'", "' or 1=1; --");

    private static final List<String> OF_LETTERS =
            List.of("a", "A", "ü", "u\u0308", "Ü", "ß", "ss", "ı", "İ", "東京", "😀", "?");

    private static final List<String> NOT_SEEN =
            List.of(" ", " a", "\t", "\n", "a\nb", "\r\n", "\0", "a\0b", "\u2028", "\u202e", "\uFEFF");

    private static final List<String> NO_UNICODE = List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d\ud83d\ude00");

    private static final List<String> LONG = List.of(
            "x".repeat(255), "x".repeat(10_000), "x".repeat(9_999) + "y", "X".repeat(10_000), "東".repeat(10_000));

    private static final List<String> OF_JSON =
            List.of("\"", "\\", "\\n", "}\n{", "{\"event\":\"stopped\"}\n", "\b\f\u001b[2J\u007f\u0085");

    /** Distinct ids of threads, not empty. */
    public static final List<String> IDS = Stream.of(
                    OF_FILES, OF_DEVICES, OF_THE_STORE, OF_SHELLS, OF_LETTERS, NOT_SEEN, NO_UNICODE, LONG, OF_JSON)
            .flatMap(List::stream)
            .toList();

    /** Contents of events, including empty and very long ones. */
    public static final List<String> CONTENTS =
            Stream.concat(IDS.stream(), Stream.of("", "x".repeat(3_000_000))).toList();

    private HostileTexts() {}
}
