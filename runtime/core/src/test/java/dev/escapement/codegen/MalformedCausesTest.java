package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.json.SyntaxCause;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that the violation of malformed JSON names the usual cause of the fault, with the texts of
 * {@link MalformedTest}. The causes are in {@code malformed-causes.tsv}, by the number of the text's line, and
 * {@code -Dgolden.update=true} rewrites them.
 */
class MalformedCausesTest {

    private static final Path CAUSES = Path.of("src/test/resources/malformed-causes.tsv");
    private static final String HEADER = "line\tcause";
    private static final int BROKEN_TEXTS = 196;
    private static final double MIN_NAMED = 0.9;

    private static final JsonCodec<JsonText> TEXT = DecodingSupport.reading(JsonReader::readJson);

    @Test
    void violationNamesTheCause() throws IOException, PlainJson.NoJson {
        List<String> table = new ArrayList<>(List.of(HEADER));
        int line = 0;
        int unnamed = 0;
        for (Map<?, ?> entry : TestData.linesOrSkip("malformed.dir", "json_repair_cases.jsonl.gz")) {
            line++;
            if (!(Boolean) entry.get("valid_json")) {
                SyntaxCause cause = cause((String) entry.get("raw"));
                unnamed += cause == SyntaxCause.UNKNOWN ? 1 : 0;
                table.add(line + "\t" + cause);
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(CAUSES, table);
        }

        assertEquals(BROKEN_TEXTS, table.size() - 1);
        assertTrue(unnamed <= (1 - MIN_NAMED) * BROKEN_TEXTS, unnamed + " texts without a cause");
        assertEquals(Files.readAllLines(CAUSES), table);
    }

    /** Returns the cause that the only violation of a text names. */
    private static SyntaxCause cause(String text) {
        List<Violation> violations = ((Decoded.Rejected<JsonText>) TEXT.decode(text)).violations();
        assertEquals(1, violations.size(), text);
        String actual = violations.get(0).actual();
        if (actual.equals(ViolationMessages.NOTHING)) {
            return SyntaxCause.EMPTY;
        }
        return Stream.of(SyntaxCause.values())
                .filter(cause -> actual.contains(cause.phrase() + "."))
                .findFirst()
                .orElse(SyntaxCause.UNKNOWN);
    }
}
