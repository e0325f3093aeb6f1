package dev.escapement.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

    /** Paths in ascending order. */
    private static final List<String> SORTED = List.of(
            "$",
            "$.a",
            "$.a.b",
            "$.a[0]",
            "$.a[2]",
            "$.a[2].b",
            "$.a[2].b[10]",
            "$.a[10]",
            "$.a[10][9]",
            "$.a[10][11]",
            "$.a[2147483647]",
            "$.a1",
            "$.a10",
            "$.a2",
            "$.b",
            "$[\"\"]",
            "$[\"10]\"]",
            "$[\"[10]\"]",
            "$[\"[2]\"]",
            "$[\"\\\"][10]\"]",
            "$[\"\\\"][2]\"]",
            "$[\"]\"][2]",
            "$[\"]\"][10]",
            "$[1]",
            "$[11]");

    @Test
    void elementsAreOrderedByIndexThenContent() {
        for (int i = 0; i < SORTED.size(); i++) {
            for (int j = 0; j < SORTED.size(); j++) {
                String pair = SORTED.get(i) + " and " + SORTED.get(j);
                int order = JsonPath.compare(SORTED.get(i), SORTED.get(j));
                assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order), pair);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "qty     | .qty",
                "_a1     | ._a1",
                "order-id| [\"order-id\"]",
                "1a      | [\"1a\"]",
                "a b     | [\"a b\"]",
                "ä       | [\"ä\"]",
                "a\"]    | [\"a\\\"]\"]",
                "``      | [\"\"]"
            })
    void nameThatIsNotAnIdentifierIsQuotedInBrackets(String name, String segment) {
        assertEquals(segment, JsonPath.segment(name));
    }
}
