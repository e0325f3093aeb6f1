package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Comments, messages and Markdown avoid the words that the rules for English replace. */
@DisabledForJreRange(min = JRE.JAVA_25) // the result depends on the sources only
class PlainEnglishTest {

    /** Words without a legitimate use here. */
    private static final Pattern EXCLUDED =
            Pattern.compile("\\b(?:nobody|somebody|whoever|mend(?:s|ed|ing)?|is\\s+no)\\b");

    /** Words with a rare legitimate use, each at most once in a thousand words. */
    private static final Map<String, Pattern> RARE = rare("says?|said", "told", "asked", "beside", "stands?|stood");

    /** A noun clause in place of a noun, recognised at the start of a comment. */
    private static final Pattern NOUN_CLAUSE = Pattern.compile("(?:what|who)\\b");

    private static final int WORDS_PER_RARE_WORD = 1_000;

    private static Map<String, String> prose = Map.of();

    @BeforeAll
    static void readProse() throws IOException {
        prose = prose();
    }

    @Test
    void excludedWordsDoNotOccur() {
        List<String> found = new ArrayList<>();
        prose.forEach((file, text) -> EXCLUDED.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(match -> found.add(file + ": " + match.group())));

        assertEquals(List.of(), found);
    }

    @Test
    void rareWordsAreRare() throws IOException {
        int words = prose.values().stream().mapToInt(PlainEnglishTest::words).sum();
        Map<String, Integer> frequent = new TreeMap<>();
        RARE.forEach((word, marker) -> frequent.put(
                word,
                prose.values().stream()
                        .mapToInt(text -> Prose.count(marker, text))
                        .sum()));
        frequent.put("a comment that begins with What or Who", nounClauses());
        frequent.values().removeIf(count -> count * WORDS_PER_RARE_WORD <= words);

        assertTrue(words > 100_000, "found only " + words + " words");
        assertEquals(Map.of(), frequent, "more than one in " + WORDS_PER_RARE_WORD + " of " + words + " words");
    }

    @Test
    void commentsAndMessagesCountButIdentifiersDoNot() {
        String source = """
                /** Is told {@link Nobody#said} and {@code nobody}. */
                // nobody
                String nobody = "is no record";
                """;

        assertEquals(2, Prose.count(EXCLUDED, Prose.ofJava(source)));
        assertEquals(1, Prose.count(EXCLUDED, Prose.ofMarkdown("Nobody `nobody`\n```\nnobody\n```\n")));
    }

    private static int nounClauses() throws IOException {
        int found = 0;
        for (Path file : RepositoryFiles.endingWith(".java")) {
            found += Prose.comments(Files.readString(file)).stream()
                    .mapToInt(comment -> Prose.startsWith(NOUN_CLAUSE, comment) ? 1 : 0)
                    .sum();
        }
        return found;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static Map<String, Pattern> rare(String... words) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String word : words) {
            patterns.put(word, Pattern.compile("\\b(?:" + word + ")\\b"));
        }
        return patterns;
    }

    /** Returns the prose by file. Text in test sources is data as often as prose, so only comments count there. */
    private static Map<String, String> prose() throws IOException {
        Map<String, String> prose = new TreeMap<>();
        for (Path file : RepositoryFiles.endingWith(".java")) {
            String source = Files.readString(file);
            boolean main = RepositoryFiles.isIn(file, "/src/main/");
            prose.put(file.toString(), main ? Prose.ofJava(source) : String.join("\n", Prose.comments(source)));
        }
        for (Path file : documents()) {
            prose.put(file.toString(), Prose.ofMarkdown(Files.readString(file)));
        }
        return prose;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(RepositoryFiles.ROOT)) {
            Stream<Path> top = files.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(top, RepositoryFiles.endingWith(".md").stream())
                    .sorted()
                    .toList();
        }
    }
}
