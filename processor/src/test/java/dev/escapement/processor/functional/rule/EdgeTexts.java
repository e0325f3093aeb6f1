package dev.escapement.processor.functional.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Texts that satisfy a rule about texts, and texts that nearly do. */
final class EdgeTexts {

    /** Blank texts, and texts that only look blank: Java's {@code trim} does not remove Unicode spaces. */
    static final List<String> BLANKS = List.of(
            "",
            " ",
            "\t\n\r",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u1680",
            "\u2003",
            "\u200b",
            "\u2028",
            "\u3000",
            "\ufeff",
            " \u00a0 ",
            " x ",
            "!",
            "\ud83d",
            "😀");

    static final List<String> ADDRESSES = List.of(
            "a@b",
            "a@b.x",
            "first.last+tag@sub.example.com",
            "!#$%&'*+/=?^_`{|}~-@example.com",
            ".@example.com",
            "a@1",
            "a@x--y.org",
            "a@" + "x".repeat(63),
            "a@" + "x".repeat(64),
            "a@" + "x".repeat(63) + "." + "y".repeat(63),
            "a@b." + "y".repeat(64),
            "@b",
            "a@",
            "a@@b",
            "a@b@c",
            "a@-b",
            "a@b-",
            "a@b.",
            "a@.b",
            "a@b..c",
            "a b@c",
            "a@b c",
            "a@b\n",
            "\"a\"@b",
            "ä@b",
            "a@ä",
            "a@[192.0.2.1]",
            "a@b,c@d");

    private static final Map<String, List<String>> LIKE = Map.ofEntries(
            Map.entry("A-\\d+", List.of("A-1", "A-0042", "A-", "A-1\n", "\nA-1", "A-٣", "a-1", "xA-1", "A-1x")),
            Map.entry("a|b", List.of("a", "b", "ab", "ba", "", "a|b")),
            Map.entry("a|bb", List.of("a", "bb", "b", "abb", "a|bb")),
            Map.entry("[^ ]*", List.of("", "abc", "a b", " ", "\u00a0", "😀", "a\nb")),
            Map.entry("^[a-z]{2,4}$", List.of("ab", "abcd", "a", "abcde", "abC", "ab\n", "äb")),
            Map.entry("(?:\\+[1-9])?[0-9]{3}", List.of("123", "+1123", "+0123", "12", "1234", "+1", "٣٣٣")),
            Map.entry(".{1,2}", List.of("a", "ab", "😀😀", "\ud83d\ud83d", "", "abc", "\n", "a\r", "\u2028", "😀a😀")),
            Map.entry("[a-b]", List.of("a", "b", "c", "ab", "", "A")),
            Map.entry("[\\w.]+@.*", List.of("a@b", "a_b.c@d", "-@b", "a@", "@b")),
            Map.entry(".*[.]org", List.of("a@b.org", "a@b.com", ".org", "a@@b.org")),
            Map.entry("[a-z_]*", List.of("", "a", "a_b", "A", "a-b", "a b")));

    private EdgeTexts() {}

    /** Returns texts that match a regular expression, and texts that do not. */
    static List<String> like(String regex) {
        return regex.equals(".*") ? List.of() : Objects.requireNonNull(LIKE.get(regex), "no texts like " + regex);
    }
}
