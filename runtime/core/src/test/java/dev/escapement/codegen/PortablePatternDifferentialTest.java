package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.pattern.Nfa;
import dev.escapement.internal.pattern.PatternNode;
import dev.escapement.internal.pattern.PatternParser;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that {@link PortablePattern} and {@link Pattern} agree on random patterns and texts. */
class PortablePatternDifferentialTest {

    private static final long SEED = 20261122;
    private static final int PATTERNS = 20_000;
    private static final int TEXTS = 20;

    private static final List<String> CHARACTERS =
            List.of("a", "b", "c", "1", "-", " ", "\n", "\r", "\u2028", "\u0085", "\u00a0", "é", "😀", "\ud83d");
    private static final String ECMA_SPACE =
            "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private final Random random = new Random(SEED);

    /** A pattern of the subset, and its equivalent for {@link Pattern}. */
    private record Pair(String portable, String java) {

        static Pair same(String both) {
            return new Pair(both, both);
        }

        Pair plus(Pair other) {
            return new Pair(portable + other.portable, java + other.java);
        }

        Pair in(String before, String after) {
            return new Pair(before + portable + after, before + java + after);
        }
    }

    @Test
    void agreesWithJava() {
        int matches = 0;
        int finds = 0;
        for (int i = 0; i < PATTERNS; i++) {
            Pair pair = anchoredChoice();
            PortablePattern portable = PortablePattern.compile(pair.portable());
            Pattern java = Pattern.compile(pair.java());
            for (int j = 0; j < TEXTS; j++) {
                String text = text();
                String place = "seed " + SEED + ", pattern " + pair + ", text " + ValueDescription.quote(text);
                assertEquals(java.matcher(text).matches(), portable.matches(text), place);
                assertEquals(java.matcher(text).find(), portable.find(text), place);
                matches += portable.matches(text) ? 1 : 0;
                finds += portable.find(text) ? 1 : 0;
            }
        }
        assertTrue(matches > PATTERNS, "only " + matches + " texts matched");
        assertTrue(finds > matches && finds < PATTERNS * TEXTS, finds + " texts were found");
    }

    @Test
    void theSizeIsAnUpperBound() {
        for (int i = 0; i < PATTERNS; i++) {
            String regex = anchoredChoice().portable();
            PatternNode node = ((PatternParser.Result.Parsed) PatternParser.parse(regex)).pattern();
            assertTrue(new Nfa(node).size() <= node.size() + 1, regex);
        }
    }

    private Pair anchoredChoice() {
        Pair choice = anchoredSequence();
        while (random.nextInt(3) == 0) {
            choice = choice.in("", "|").plus(anchoredSequence());
        }
        return choice;
    }

    private Pair anchoredSequence() {
        Pair sequence = sequence(3);
        sequence = random.nextInt(4) == 0 ? sequence.in("^", "") : sequence;
        return random.nextInt(4) == 0 ? sequence.plus(new Pair("$", "\\z")) : sequence;
    }

    private Pair sequence(int depth) {
        Pair sequence = Pair.same("");
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            sequence = sequence.plus(atom(depth).in("", quantifier()));
        }
        return sequence;
    }

    private Pair atom(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new Pair(".", "[^\\n\\r\\u2028\\u2029]");
            case 1 -> characterClass();
            case 2 -> escape(false);
            case 3, 4, 5 -> Pair.same(pick(CHARACTERS.subList(0, CHARACTERS.size() - 1)));
            case 6 -> sequence(depth - 1).in("(", ")");
            default ->
                sequence(depth - 1).in("(?:", "|").plus(sequence(depth - 1)).in("", ")");
        };
    }

    private Pair characterClass() {
        Pair members = Pair.same("");
        for (int i = random.nextInt(3); i >= 0; i--) {
            members = members.plus(
                    switch (random.nextInt(4)) {
                        case 0 -> Pair.same(pick(List.of("a-b", "b-é", "0-9", "\\t-\\r", "é-😀", "\\u0020-\\u0040")));
                        case 1 -> escape(true);
                        case 2 -> Pair.same(pick(List.of("\\-", "\\]", "\\\\", ".", "\\^")));
                        default -> Pair.same(pick(List.of("a", "b", "c", "1", " ", "\u2028", "é", "😀")));
                    });
        }
        return members.in(random.nextBoolean() ? "[" : "[^", "]");
    }

    private Pair escape(boolean inClass) {
        return switch (random.nextInt(inClass ? 4 : 6)) {
            case 0 -> Pair.same(pick(List.of("\\d", "\\D", "\\w", "\\W")));
            case 1 -> new Pair("\\s", inClass ? ECMA_SPACE : "[" + ECMA_SPACE + "]");
            case 2 -> new Pair("\\S", "[^" + ECMA_SPACE + "]");
            case 3 -> new Pair("\\v", "\\x0B");
            case 4 -> Pair.same(pick(List.of("\\n", "\\r", "\\t", "\\u0061", "\\u00e9")));
            default -> Pair.same(pick(List.of("\\.", "\\/", "\\[", "\\(", "\\|")));
        };
    }

    private String quantifier() {
        return pick(List.of("", "", "", "", "*", "+", "?", "{0}", "{2}", "{1,}", "{0,2}", "{2,3}"));
    }

    private String text() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> pick(CHARACTERS.subList(0, random.nextBoolean() ? 4 : CHARACTERS.size())))
                .collect(Collectors.joining());
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
