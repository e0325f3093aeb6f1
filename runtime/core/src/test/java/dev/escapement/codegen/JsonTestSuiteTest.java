package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests with Nicolas Seriot's JSONTestSuite: texts that RFC 8259 requires readers to accept or reject, and texts on
 * which readers differ, with this reader's result for each. The suite is not part of this project; the system
 * property {@code json.dir} contains its folder.
 *
 * <p>The reader accepts text, not bytes, so this test decodes the files, strictly as UTF-8.
 */
class JsonTestSuiteTest {

    private static final JsonCodec<JsonText> ANY = DecodingSupport.reading(JsonReader::readJson);

    private static final String NO_UTF_8 = "no UTF-8";

    /** The results for texts that a reader may accept or reject. */
    private static final String OF_READERS_CHOICE = """
            i_number_double_huge_neg_exp.json: accepted
            i_number_huge_exp.json: accepted
            i_number_neg_int_huge_exp.json: accepted
            i_number_pos_double_huge_exp.json: accepted
            i_number_real_neg_overflow.json: accepted
            i_number_real_pos_overflow.json: accepted
            i_number_real_underflow.json: accepted
            i_number_too_big_neg_int.json: accepted
            i_number_too_big_pos_int.json: accepted
            i_number_very_big_negative_int.json: accepted
            i_object_key_lone_2nd_surrogate.json: accepted
            i_string_1st_surrogate_but_2nd_missing.json: accepted
            i_string_1st_valid_surrogate_2nd_invalid.json: accepted
            i_string_UTF-16LE_with_BOM.json: no UTF-8
            i_string_UTF-8_invalid_sequence.json: no UTF-8
            i_string_UTF8_surrogate_U+D800.json: no UTF-8
            i_string_incomplete_surrogate_and_escape_valid.json: accepted
            i_string_incomplete_surrogate_pair.json: accepted
            i_string_incomplete_surrogates_escape_valid.json: accepted
            i_string_invalid_lonely_surrogate.json: accepted
            i_string_invalid_surrogate.json: accepted
            i_string_invalid_utf-8.json: no UTF-8
            i_string_inverted_surrogates_U+1D11E.json: accepted
            i_string_iso_latin_1.json: no UTF-8
            i_string_lone_second_surrogate.json: accepted
            i_string_lone_utf8_continuation_byte.json: no UTF-8
            i_string_not_in_unicode_range.json: no UTF-8
            i_string_overlong_sequence_2_bytes.json: no UTF-8
            i_string_overlong_sequence_6_bytes.json: no UTF-8
            i_string_overlong_sequence_6_bytes_null.json: no UTF-8
            i_string_truncated-utf-8.json: no UTF-8
            i_string_utf16BE_no_BOM.json: no UTF-8
            i_string_utf16LE_no_BOM.json: no UTF-8
            i_structure_500_nested_arrays.json: rejected
            i_structure_UTF-8_BOM_empty_object.json: repaired BYTE_ORDER_MARK
            """;

    /** The results for texts that a reader usually accepts, but may change. */
    private static final String READ_DIFFERENTLY = """
            number_-9223372036854775808.json: accepted
            number_-9223372036854775809.json: accepted
            number_1.0.json: accepted
            number_1.000000000000000005.json: accepted
            number_1000000000000000.json: accepted
            number_10000000000000000999.json: accepted
            number_1e-999.json: accepted
            number_1e6.json: accepted
            number_9223372036854775807.json: accepted
            number_9223372036854775808.json: accepted
            object_key_nfc_nfd.json: accepted
            object_key_nfd_nfc.json: accepted
            object_same_key_different_values.json: accepted
            object_same_key_same_value.json: accepted
            object_same_key_unclear_values.json: accepted
            string_1_escaped_invalid_codepoint.json: accepted
            string_1_invalid_codepoint.json: no UTF-8
            string_2_escaped_invalid_codepoints.json: accepted
            string_2_invalid_codepoints.json: no UTF-8
            string_3_escaped_invalid_codepoints.json: accepted
            string_3_invalid_codepoints.json: no UTF-8
            string_with_escaped_NULL.json: accepted
            """;

    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private final Map<String, String> expectations = new LinkedHashMap<>();

    @BeforeEach
    void readTheSuite() throws IOException, PlainJson.NoJson {
        for (Map<?, ?> line : TestData.linesOrSkip("json.dir", "json_test_suite.jsonl.gz")) {
            String name = (String) line.get("name");
            texts.put(name, Base64.getDecoder().decode((String) line.get("b64")));
            expectations.put(name, (String) line.get("expect"));
        }
    }

    @Test
    void theSuiteIsComplete() {
        assertEquals(
                Map.of("y", 95L, "n", 188L, "i", 35L, "t", 22L),
                expectations.values().stream().collect(Collectors.groupingBy(e -> e, Collectors.counting())));
    }

    @Test
    void whatIsJsonIsReadAndKeptAsItIs() throws CharacterCodingException {
        for (String name : expected("y")) {
            String text = strictly(texts.get(name));

            assertEquals(
                    new Decoded.Accepted<>(new JsonText(withoutSpaceAround(text)), List.of()), ANY.decode(text), name);
        }
    }

    @Test
    void whatIsJsonHasACanonicalFormIfItsNamesAreUnique() throws CharacterCodingException {
        Map<String, String> refused = new TreeMap<>();
        for (String name : expected("y")) {
            JsonText json = new JsonText(strictly(texts.get(name)));
            try {
                String canonical = json.canonical();
                assertEquals(canonical, new JsonText(canonical).canonical(), name);
            } catch (IllegalArgumentException refusal) {
                refused.put(name, refusal.getMessage());
            }
        }

        String twice = "no canonical form: duplicate name at $.a";
        assertEquals(
                Map.of("y_object_duplicated_key.json", twice, "y_object_duplicated_key_and_value.json", twice),
                refused);
    }

    /** Applies to every decoding: texts with invalid bytes in this part of the suite are invalid JSON in any case. */
    @Test
    void whatIsNoJsonIsRejected() {
        Map<String, String> wrong = new TreeMap<>();
        for (String name : expected("n")) {
            String text = new String(texts.get(name), StandardCharsets.UTF_8);
            String verdict = verdict(text, new ReadOptions(Set.of()));
            if (!verdict.equals("rejected")) {
                wrong.put(name, verdict);
            }
            assertThrows(IllegalArgumentException.class, () -> new JsonText(text), name);
        }

        assertEquals(Map.of(), wrong);
    }

    @Test
    void onlyCommentsAndPythonWordsAreRepaired() {
        Map<String, String> repaired = new TreeMap<>();
        for (String name : expected("n")) {
            String verdict = verdict(
                    new String(texts.get(name), StandardCharsets.UTF_8), new ReadOptions(Set.of(Leniency.values())));
            if (!verdict.equals("rejected")) {
                repaired.put(name, verdict);
            }
        }

        assertEquals(
                Map.of(
                        "n_object_trailing_comment.json", "repaired RELAXED_SYNTAX",
                        "n_object_trailing_comment_slash_open.json", "repaired RELAXED_SYNTAX",
                        "n_object_with_trailing_garbage.json", "repaired RELAXED_SYNTAX",
                        "n_structure_capitalized_True.json", "repaired RELAXED_SYNTAX",
                        "n_structure_trailing_#.json", "repaired RELAXED_SYNTAX"),
                repaired);
    }

    @Test
    void whatReadersMayAcceptOrRejectHasAVerdict() {
        assertEquals(OF_READERS_CHOICE, verdicts("i"));
    }

    @Test
    void whatReadersReadDifferentlyHasAVerdict() {
        assertEquals(READ_DIFFERENTLY, verdicts("t"));
    }

    private List<String> expected(String expectation) {
        List<String> names = new ArrayList<>();
        expectations.forEach((name, expected) -> {
            if (expected.equals(expectation)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns one line for each text: its name and the result. */
    private String verdicts(String expectation) {
        StringBuilder table = new StringBuilder();
        for (String name : expected(expectation)) {
            String verdict;
            try {
                verdict = verdict(strictly(texts.get(name)), new ReadOptions(Set.of()));
            } catch (CharacterCodingException spoilt) {
                verdict = NO_UTF_8;
            }
            table.append(name).append(": ").append(verdict).append('\n');
        }
        return table.toString();
    }

    private static String verdict(String text, ReadOptions options) {
        if (ANY.decode(text, options) instanceof Decoded.Accepted<JsonText> accepted) {
            return accepted.repairs().isEmpty()
                    ? "accepted"
                    : accepted.repairs().stream()
                            .map(repair -> repair.kind().name())
                            .collect(Collectors.joining(" ", "repaired ", ""));
        }
        return "rejected";
    }

    private static String strictly(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutSpaceAround(String text) {
        return text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
    }
}
