package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Leniency;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an input with more than one reading is not repaired, even with every leniency. */
class SeveralReadingsTest {

    private static final ReadOptions LENIENT = new ReadOptions(Set.of(Leniency.values()));

    private static final JsonCodec<List<String>> STRINGS = list(JsonReader::readString);
    private static final JsonCodec<List<JsonText>> ANY = list(JsonReader::readJson);
    private static final JsonCodec<List<Integer>> INTS = list(JsonReader::readInt);
    private static final JsonCodec<List<Boolean>> BOOLEANS = list(JsonReader::readBoolean);
    private static final JsonCodec<List<Map<String, Integer>>> MAPS = list(SeveralReadingsTest::map);
    private static final JsonCodec<List<List<Integer>>> MATRIX = list(in -> elements(in, JsonReader::readInt));

    private static <T> JsonCodec<List<T>> list(Function<JsonReader, @Nullable T> element) {
        return DecodingSupport.reading(in -> elements(in, element));
    }

    private static <T> @Nullable List<T> elements(JsonReader in, Function<JsonReader, @Nullable T> element) {
        if (!in.beginArray()) {
            return null;
        }
        List<T> list = new ArrayList<>();
        while (in.nextElement()) {
            list.add(element.apply(in));
        }
        return in.endArray() ? list : null;
    }

    private static @Nullable Map<String, Integer> map(JsonReader in) {
        if (!in.beginMap()) {
            return null;
        }
        Map<String, Integer> map = new LinkedHashMap<>();
        while (in.nextEntry()) {
            map.put(in.name(), in.readInt());
        }
        return in.endMap() ? map : null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2, 3,]",
                "[1, 2, 3",
                "1, 2, 3]",
                "['a', 'b']",
                "[a]",
                " [1,]",
                "{a: 1}",
                "{'a': 1}",
                "(1, 2)",
                "A-1, A-2",
                "A-1; A-2",
                "A-1|A-2",
                "A-1\u3001A-2",
                "A-1\uff0cA-2",
                "A-1\u060c A-2",
                "A-1\\nA-2",
                "- A-1\\n- A-2",
                "'A-1'",
                "\\\"A-1\\\"",
                "`A-1`",
                "<id>A-1</id>",
                "",
                " ",
                "null",
                "None",
                "NULL",
                "undefined"
            })
    void stringThatCanBeSeveralIsNotTheOnlyElement(String text) {
        assertEquals(List.of("$"), paths(STRINGS.decode('"' + text + '"', LENIENT)));
        assertEquals(List.of("$"), paths(ANY.decode('"' + text + '"', LENIENT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\\\"a\\\":1}"})
    void objectInAStringIsNotTheOnlyString(String text) {
        assertEquals(List.of("$"), paths(STRINGS.decode('"' + text + '"', LENIENT)));
        assertEquals(List.of("$"), paths(ANY.decode('"' + text + '"', LENIENT)));
    }

    @Test
    void objectInAStringIsReportedAtTheOutermostList() {
        JsonCodec<List<List<String>>> rows = list(in -> elements(in, JsonReader::readString));
        JsonCodec<List<List<List<String>>>> pages =
                list(in -> elements(in, row -> elements(row, JsonReader::readString)));

        assertEquals(List.of("$"), paths(rows.decode("\"{}\"", LENIENT)));
        assertEquals(List.of("$[0]"), paths(pages.decode("[\"{}\"]", LENIENT)));
    }

    @Test
    void listThatIsAmbiguousIsNotCounted() {
        JsonCodec<List<String>> two = DecodingSupport.reading(in -> {
            List<String> read = elements(in, JsonReader::readString);
            in.checkMinCount(2);
            return read;
        });

        assertEquals(List.of("$"), paths(two.decode("\"{}\"", LENIENT)));
    }

    @Test
    void stringAfterASingleElementIsNotAList() {
        PropertySet properties = PropertySet.required("name");
        JsonCodec<List<String>> codec = DecodingSupport.reading(in -> {
            List<String> read = new ArrayList<>();
            in.beginMap();
            in.nextEntry();
            elements(in, JsonReader::readString);
            in.nextEntry();
            in.beginObject(properties);
            in.nextProperty();
            read.add(in.readString());
            in.nextProperty();
            in.endObject();
            in.nextEntry();
            return in.endMap() ? read : null;
        });

        assertInstanceOf(
                Decoded.Accepted.class, codec.decode("{\"tags\":\"x\",\"owner\":{\"name\":\"a, b\"}}", LENIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1", "5", "true", "two words", "a.b", "x@example.com", "it's", "http://h/?a=1&b=2"})
    void anyOtherStringIsTheOnlyElement(String text) {
        assertEquals(
                new Decoded.Accepted<>(
                        List.of(text),
                        List.of(new Repair("$", Repair.Kind.SINGLE_AS_LIST, '"' + text + '"', "[\"" + text + "\"]"))),
                STRINGS.decode('"' + text + '"', LENIENT));
    }

    @Test
    void arrayInAStringIsTheList() {
        assertEquals(
                new Decoded.Accepted<>(
                        List.of("a"),
                        List.of(new Repair("$", Repair.Kind.STRING_AS_JSON, "\"[\\\"a\\\"]\"", "[\"a\"]"))),
                STRINGS.decode("\"[\\\"a\\\"]\"", LENIENT));
    }

    @Test
    void objectInAStringIsTheOnlyObject() {
        assertEquals(
                List.of(Repair.Kind.SINGLE_AS_LIST, Repair.Kind.STRING_AS_JSON),
                kinds(MAPS.decode("\"{\\\"a\\\":1}\"", LENIENT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "[1]", "[[1],2]"})
    void elementOfAListOfListsIsNotAList(String text) {
        assertInstanceOf(Decoded.Rejected.class, MATRIX.decode(text, LENIENT));
    }

    @Test
    void singleValueIsAListOfOneList() {
        assertEquals(
                List.of(Repair.Kind.SINGLE_AS_LIST, Repair.Kind.SINGLE_AS_LIST), kinds(MATRIX.decode("1", LENIENT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,000", "1 000", "1_000", "1.000,5", " 1", "1 ", "+1", "01", "$1", "1%", "one", "0x1", "1/2", ""
            })
    void nearlyANumberIsNoNumber(String text) {
        assertInstanceOf(Decoded.Rejected.class, INTS.decode("[\"" + text + "\"]", LENIENT));
        assertInstanceOf(Decoded.Rejected.class, INTS.decode('"' + text + '"', LENIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true ", " true", "True", "TRUE", "yes", "1", "on", "t", ""})
    void nearlyABooleanIsNoBoolean(String text) {
        assertInstanceOf(Decoded.Rejected.class, BOOLEANS.decode("[\"" + text + "\"]", LENIENT));
        assertInstanceOf(Decoded.Rejected.class, BOOLEANS.decode('"' + text + '"', LENIENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0000',
            value = {
                "{\"a\":1,}~, at line 1, column 7~nothing",
                "{a:1}~a at line 1, column 2~\"a\"",
                "{'a':1}~'a' at line 1, column 2~\"a\"",
                "{\"a\":1}// one~// one at line 1, column 8~nothing",
                "{/* one */\"a\":1,}~/* one */ at line 1, column 2; , at line 1, column 16~nothing; nothing",
                "{\"a\":1, # one}⏎}~, at line 1, column 7; # one} at line 1, column 9~nothing; nothing",
                "{a /* one */ : 1}~a at line 1, column 2; /* one */ at line 1, column 4~\"a\"; nothing",
                "{# one␍a: 1,// two␍⏎b: 2 # three␍}~# one at line 1, column 2; a at line 2, column 1;"
                        + " // two at line 2, column 6; b at line 3, column 1; # three at line 3, column 6"
                        + "~nothing; \"a\"; nothing; \"b\"; nothing",
                "{⏎ 'it\\'s': 1,⏎ b: 2}~'it\\'s' at line 2, column 2; b at line 3, column 2~\"it's\"; \"b\""
            })
    void relaxedSyntaxIsRecordedWithItsPositions(String text, String before, String after) {
        assertEquals(
                List.of(new Repair("$", Repair.Kind.RELAXED_SYNTAX, before, after)),
                ((Decoded.Accepted<?>) DecodingSupport.reading(SeveralReadingsTest::map)
                                .decode(text.replace('⏎', '\n').replace('␍', '\r'), LENIENT))
                        .repairs());
    }

    @Test
    void valueThatTheDecoderDoesNotReadIsReported() {
        JsonCodec<String> codec = DecodingSupport.reading(in -> "constant");

        assertEquals(
                List.of(new Violation("$", ViolationMessages.ONE_VALUE, ViolationMessages.MORE_TEXT)),
                DecodingSupport.violations(codec, "[1]"));
    }

    @Test
    void manyChangesAreShortened() {
        Decoded<List<Boolean>> decoded = BOOLEANS.decode("[" + "True,".repeat(1_000) + "]", LENIENT);

        Repair repair = ((Decoded.Accepted<?>) decoded).repairs().get(0);
        assertEquals("true; true; true; true; true; true; true; true; true; …", repair.after());
    }

    @ParameterizedTest
    @CsvSource({
        "K,\u212a",
        "k,\u212a",
        "i,\u0131",
        "I,\u0130",
        "s,\u017f",
        "S,\u017f",
        "A,\uff21",
        "ss,\u00df",
        "\u00e4,\u00c4"
    })
    void lookAlikeIsNotTheConstant(String constant, String written) {
        ConstantSet constants = ConstantSet.of(constant, "other");

        assertInstanceOf(
                Decoded.Rejected.class,
                DecodingSupport.reading(in -> in.readConstant(constants)).decode('"' + written + '"', LENIENT));
    }

    private static List<String> paths(Decoded<?> decoded) {
        return ((Decoded.Rejected<?>) decoded)
                .violations().stream().map(Violation::path).toList();
    }

    private static List<Repair.Kind> kinds(Decoded<?> decoded) {
        return ((Decoded.Accepted<?>) decoded)
                .repairs().stream().map(Repair::kind).toList();
    }
}
