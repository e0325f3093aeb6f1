package dev.escapement.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.testing.GoldenMessages;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Tests of the cause of a syntax fault. The texts and their causes are in {@code syntax-causes.csv}; {@code ⏎},
 * {@code ⇥} and {@code ␠} represent a line feed, a tab and a no-break space.
 */
class SyntaxCauseTest {

    private static final long SEED = 8259;
    private static final int MUTATIONS = 100_000;

    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "\"a\"", "\"b\":", "1", "-", "0", ".5", "1e", "true", "nul",
            "None", "NaN", "/*", "//", "#", " ", "\n", "\t", "\u0001", "\u00a0", "\\u00", "...", "```", "(", ")", "x",
            "ä", "😀", "\ud83d");

    @ParameterizedTest
    @CsvFileSource(resources = "/syntax-causes.csv", delimiter = '~', quoteCharacter = '\u0000')
    void causeIsNamed(SyntaxCause cause, String written) {
        String text = written.replace('⏎', '\n').replace('⇥', '\t').replace('␠', '\u00a0');

        assertFalse(isJson(text), text);
        assertEquals(cause, SyntaxFault.in(text).cause(), text);
    }

    @Test
    void everyCauseHasAText() throws Exception {
        Set<SyntaxCause> unused = EnumSet.allOf(SyntaxCause.class);
        try (var lines = getClass().getResourceAsStream("/syntax-causes.csv")) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> unused.remove(SyntaxCause.valueOf(line.substring(0, line.indexOf('~')))));
        }

        assertEquals(EnumSet.of(SyntaxCause.EMPTY, SyntaxCause.UNKNOWN), unused);
        assertEquals(SyntaxCause.EMPTY, SyntaxFault.in(" \n").cause());
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages golden = new GoldenMessages();
        for (SyntaxCause cause : SyntaxCause.values()) {
            golden.add(cause.name(), cause.phrase());
        }
        golden.verify(SyntaxCauseTest.class);
    }

    @Test
    void excerptMarksThePosition() {
        assertEquals("{\"a\":1,<HERE>}", SyntaxFault.in("{\"a\":1,}").excerpt());
        assertEquals("{\"a\":1<HERE>", SyntaxFault.in("{\"a\":1").excerpt());
        String longer = "[" + "\"xyz\", ".repeat(20) + "'a', " + "\"xyz\", ".repeat(20) + "]";
        assertEquals(
                "…, \"xyz\", \"xyz\", \"xyz\", \"xyz\", <HERE>'a', \"xyz\", \"xyz\", \"xyz\", \"xy…",
                SyntaxFault.in(longer).excerpt());
    }

    @Test
    void scanAndParserAgreeOnAnyText() {
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String json = text.toString();
            assertEquals(isJson(json), !new SyntaxScan(json).isFaulty(), json);
            if (!isJson(json)) {
                assertTrue(SyntaxFault.in(json).actual().length() < 500, json);
            }
        }
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = JsonSyntax.STRICT.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException fault) {
            return false;
        }
    }
}
