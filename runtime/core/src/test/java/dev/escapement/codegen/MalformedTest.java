package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests with malformed JSON that language models write, from the tests of json_repair, with this reader's result for
 * each text. The texts are not part of this project; the system property {@code malformed.dir} contains their folder.
 *
 * <p>Each text is decoded as {@link JsonText} and as the record whose components are optional and of the types that
 * json_repair found in the text; both strictly and with every {@link Leniency}. The verdicts are in
 * {@code malformed-verdicts.tsv}, by the number of the text's line, and {@code -Dgolden.update=true} rewrites them.
 */
class MalformedTest {

    private static final String VERDICTS = "malformed-verdicts.tsv";
    private static final String HEADER = "line\tJsonText\tJsonText, lenient\trecord\trecord, lenient";

    /** The line of the text with a duplicate property. */
    private static final int NAME_TWICE = 148;

    /** The lines of the texts that consist of one Python literal, which json_repair treats as empty. */
    private static final Set<Integer> ONLY_A_WORD = Set.of(208, 209);

    private static final ReadOptions LENIENT = new ReadOptions(Set.of(Leniency.values()));
    private static final JsonCodec<JsonText> TEXT = DecodingSupport.reading(JsonReader::readJson);

    /** A text, whether Python's reader accepts it, and the codec of a plausible type. */
    private record Case(String text, boolean valid, JsonCodec<Object> codec) {

        String verdicts() {
            return String.join(
                    "\t",
                    verdict(TEXT.decode(text)),
                    verdict(TEXT.decode(text, LENIENT)),
                    verdict(codec.decode(text)),
                    verdict(codec.decode(text, LENIENT)));
        }
    }

    /** The cases by line number. */
    private final Map<Integer, Case> cases = new TreeMap<>();

    @BeforeEach
    void readTheCases() throws IOException, PlainJson.NoJson {
        for (Map<?, ?> line : TestData.linesOrSkip("malformed.dir", "json_repair_cases.jsonl.gz")) {
            Object meant = line.get("repaired");
            cases.put(
                    cases.size() + 1,
                    new Case(
                            (String) line.get("raw"),
                            (Boolean) line.get("valid_json"),
                            DecodingSupport.reading(in -> read(in, meant))));
        }
    }

    @Test
    void everyTextHasItsVerdicts() throws IOException {
        List<String> table = new ArrayList<>(List.of(HEADER));
        cases.forEach((line, malformed) -> table.add(line + "\t" + malformed.verdicts()));
        if (Boolean.getBoolean("golden.update")) {
            Path folder = Files.createDirectories(Path.of("src/test/resources"));
            Files.writeString(folder.resolve(VERDICTS), String.join("\n", table) + "\n");
            return;
        }

        List<String> known = knownVerdicts();
        for (int line = 1; line < Math.min(table.size(), known.size()); line++) {
            String text = cases.get(line).text();
            assertEquals(known.get(line), table.get(line), () -> HEADER + " of " + text);
        }
        assertEquals(known, table);
    }

    private static List<String> knownVerdicts() throws IOException {
        try (InputStream in = MalformedTest.class.getResourceAsStream("/" + VERDICTS)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }

    @Test
    void strictTextAcceptsExactlyJson() {
        cases.forEach((line, malformed) -> {
            Decoded<JsonText> decoded = TEXT.decode(malformed.text());

            assertEquals(malformed.valid(), decoded instanceof Decoded.Accepted, "line " + line);
            if (decoded instanceof Decoded.Accepted<JsonText> accepted) {
                assertEquals(malformed.text().strip(), accepted.value().json(), "line " + line);
                assertEquals(List.of(), accepted.repairs(), "line " + line);
            }
        });
    }

    @Test
    void asTextLenientlyNothingIsLostOrInvented() {
        Map<Integer, Object> read = new TreeMap<>();
        Map<Integer, Object> said = new TreeMap<>();
        cases.forEach((line, malformed) -> {
            if (TEXT.decode(malformed.text(), LENIENT) instanceof Decoded.Accepted<JsonText> accepted
                    && !accepted.repairs().isEmpty()) {
                read.put(line, plain(accepted.value().json(), false));
                said.put(line, plain(malformed.text(), true));
            }
        });

        assertEquals(said, read);
    }

    @Test
    void asRecordsStrictlyNothingIsLostOrInvented() {
        assertNothingIsLostOrInvented(new ReadOptions(Set.of()), false);
    }

    @Test
    void asRecordsLenientlyNothingIsLostOrInvented() {
        assertNothingIsLostOrInvented(LENIENT, true);
    }

    /**
     * Asserts that an accepted text has the value that an independent reader, which tolerates only syntax faults,
     * returns.
     */
    private void assertNothingIsLostOrInvented(ReadOptions options, boolean relaxed) {
        Map<Integer, Object> read = new TreeMap<>();
        Map<Integer, Object> said = new TreeMap<>();
        cases.forEach((line, malformed) -> {
            if (malformed.codec().decode(malformed.text(), options) instanceof Decoded.Accepted<Object> accepted) {
                read.put(line, accepted.value());
                said.put(line, withoutAbsent(plain(malformed.text(), relaxed)));
            }
        });

        assertEquals(said, read);
    }

    @Test
    void lenientRecordsAcceptOnlyRelaxedJson() {
        Set<Integer> read = new TreeSet<>();
        Set<Integer> readable = new TreeSet<>();
        cases.forEach((line, malformed) -> {
            if (malformed.codec().decode(malformed.text(), LENIENT) instanceof Decoded.Accepted) {
                read.add(line);
            }
            if (!(plain(malformed.text(), true) instanceof PlainJson.NoJson) && !ONLY_A_WORD.contains(line)) {
                readable.add(line);
            }
        });

        assertEquals(readable, read);
    }

    @Test
    void readerAgreesWithPythonExceptOnDuplicates() {
        Set<Integer> different = new TreeSet<>();
        cases.forEach((line, malformed) -> {
            if (malformed.valid() != !(plain(malformed.text(), false) instanceof PlainJson.NoJson)) {
                different.add(line);
            }
        });

        assertEquals(Set.of(NAME_TWICE), different);
    }

    /** Returns the value that the independent reader returns, or its exception. */
    private static Object plain(String text, boolean relaxed) {
        try {
            return relaxed ? PlainJson.readRelaxed(text) : PlainJson.read(text);
        } catch (PlainJson.NoJson complaint) {
            return complaint;
        }
    }

    /** Returns a value without null properties, which optional components treat as absent. */
    private static Object withoutAbsent(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(MalformedTest::withoutAbsent).toList();
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> present = new LinkedHashMap<>();
            object.forEach((name, property) -> {
                if (property != PlainJson.NULL) {
                    present.put(name, withoutAbsent(property));
                }
            });
            return present;
        }
        return value;
    }

    /** Reads a value as generated code reads its type: objects as records with optional components. */
    private static @Nullable Object read(JsonReader in, Object like) {
        if (like instanceof Map<?, ?> object) {
            return readRecord(in, object);
        }
        if (like instanceof List<?> list) {
            return readList(in, list);
        }
        if (like instanceof BigDecimal) {
            BigDecimal number = in.readDecimal();
            return number == null ? null : PlainJson.number(number);
        }
        if (like instanceof Boolean) {
            return in.readBoolean();
        }
        if (like instanceof String) {
            return in.readString();
        }
        return in.readNull() ? PlainJson.NULL : readAny(in);
    }

    private static @Nullable Object readRecord(JsonReader in, Map<?, ?> like) {
        if (!in.beginObject(PropertySet.required().optional(like.keySet().toArray(String[]::new)))) {
            return null;
        }
        Map<String, Object> components = new LinkedHashMap<>();
        while (in.nextProperty()) {
            String name = in.name();
            Object component = in.readNullAsAbsent() ? null : read(in, like.get(name));
            if (component != null) {
                components.put(name, component);
            }
        }
        return in.endObject() ? components : null;
    }

    private static @Nullable Object readList(JsonReader in, List<?> like) {
        if (!in.beginArray()) {
            return null;
        }
        List<Object> elements = new ArrayList<>();
        while (in.nextElement()) {
            elements.add(elements.size() < like.size() ? read(in, like.get(elements.size())) : readAny(in));
        }
        return in.endArray() ? elements : null;
    }

    private static @Nullable Object readAny(JsonReader in) {
        JsonText json = in.readJson();
        return json == null ? null : plain(json.json(), false);
    }

    private static String verdict(Decoded<?> decoded) {
        if (!(decoded instanceof Decoded.Accepted<?> accepted)) {
            return "rejected";
        }
        return accepted.repairs().isEmpty()
                ? "accepted"
                : accepted.repairs().stream()
                        .map(repair -> repair.kind().name())
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(" ", "repaired ", ""));
    }
}
