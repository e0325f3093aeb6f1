package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Leniency;
import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a number or nesting beyond a limit is reported at its path, together with all other violations. */
class ReaderLimitsTest {

    private static final String LONG = "1".repeat(JsonReader.MAX_NUMBER_LENGTH + 1);
    private static final Violation TOO_LONG = new Violation(
            "",
            ViolationMessages.numberLength(JsonReader.MAX_NUMBER_LENGTH),
            LimitMessages.ofLength(ViolationMessages.NUMBER, LONG.length()));
    private static final Violation TOO_DEEP =
            new Violation("", ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);

    /** A tree of arrays, as generated code reads a recursive type. */
    private record Tree(List<Tree> branches) {}

    private static final JsonCodec<Tree> TREE = new JsonCodec<>() {
        @Override
        public @Nullable Tree read(JsonReader in) {
            if (!in.beginArray()) {
                return null;
            }
            List<Tree> branches = new ArrayList<>();
            while (in.nextElement()) {
                branches.add(read(in));
            }
            return in.endArray() ? new Tree(branches) : null;
        }

        @Override
        public void write(JsonWriter out, Tree value) {
            out.beginArray();
            value.branches().forEach(branch -> write(out, branch));
            out.endArray();
        }
    };

    private static final JsonCodec<JsonText> ANY = new JsonCodec<>() {
        @Override
        public @Nullable JsonText read(JsonReader in) {
            return in.readJson();
        }

        @Override
        public void write(JsonWriter out, JsonText value) {
            out.writeJson(value);
        }
    };

    private static final JsonCodec<List<JsonText>> ANY_LIST = new JsonCodec<>() {
        @Override
        public @Nullable List<JsonText> read(JsonReader in) {
            if (!in.beginArray()) {
                return null;
            }
            List<JsonText> list = new ArrayList<>();
            while (in.nextElement()) {
                list.add(in.readJson());
            }
            return in.endArray() ? list : null;
        }

        @Override
        public void write(JsonWriter out, List<JsonText> value) {
            out.beginArray();
            value.forEach(out::writeJson);
            out.endArray();
        }
    };

    private static Violation at(String path, Violation violation) {
        return new Violation(path, violation.expected(), violation.actual());
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static Tree tree(int depth) {
        return new Tree(depth == 1 ? List.of() : List.of(tree(depth - 1)));
    }

    @Test
    void longNumberHidesNoOtherViolation() {
        assertEquals(
                List.of(
                        at("$.gift", new Violation("", ViolationMessages.BOOLEAN, string("x"))),
                        at("$.lines[0].qty", TOO_LONG),
                        missing("$.lines[0].sku"),
                        at("$.price", TOO_LONG),
                        at("$.stock.a", TOO_LONG),
                        at("$.total", TOO_LONG),
                        at("$.weight", TOO_LONG)),
                violations(
                        RecordedOrder.CODEC,
                        "{\"id\":\"A\",\"total\":@,\"weight\":@,\"price\":@,\"gift\":\"x\",\"lines\":[{\"qty\":@}],\"stock\":{\"a\":@}}"
                                .replace("@", LONG)));
    }

    @Test
    void longNumberInAnUnknownPropertyIsNotAnotherViolation() {
        assertEquals(
                List.of(ViolationMessages.UNKNOWN_PROPERTY),
                violations(RecordedOrder.LINE, "{\"sku\":\"a\",\"qty\":1,\"x\":" + LONG + "}").stream()
                        .map(Violation::expected)
                        .toList());
    }

    @Test
    void longNumberInAnyJsonIsReportedAtItsPath() {
        assertEquals(
                List.of(at("$[0].a[1]", TOO_LONG), at("$[1]", TOO_LONG)),
                violations(ANY_LIST, "[{\"a\":[1," + LONG + "]}," + LONG + ",1]"));
    }

    @Test
    void longQuotedNumberIsReportedAtItsPath() {
        JsonCodec<Integer> number = reading(JsonReader::readInt);

        assertEquals(
                new Decoded.Rejected<Integer>(List.of(at("$", TOO_LONG))),
                number.decode('"' + LONG + '"', new ReadOptions(Set.of(Leniency.QUOTED_SCALARS))));
    }

    @Test
    void deepNestingHidesNoOtherViolation() {
        String deep = nested(JsonReader.MAX_DEPTH);

        assertEquals(
                List.of(
                        at("$" + "[0]".repeat(JsonReader.MAX_DEPTH), TOO_DEEP),
                        new Violation("$[1]", ViolationMessages.ARRAY, "7"),
                        at("$[2]" + "[0]".repeat(JsonReader.MAX_DEPTH - 1), TOO_DEEP)),
                violations(TREE, "[" + deep + ",7," + deep + "]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5_000, 100_000})
    void deeperJsonIsReportedAtItsProperty(int depth) {
        assertEquals(List.of(at("$[1]", TOO_DEEP)), violations(ANY_LIST, "[1," + nested(depth) + "]"));
    }

    @Test
    void nestingInAStringCountsFromTheOutside() {
        String inner = '"' + nested(JsonReader.MAX_DEPTH) + '"';

        assertInstanceOf(Decoded.Accepted.class, TREE.decode(inner));
        assertEquals(
                List.of(at("$" + "[0]".repeat(JsonReader.MAX_DEPTH), TOO_DEEP)), violations(TREE, "[" + inner + "]"));
    }

    @Test
    void encoderAndDecoderHaveTheSameLimit() {
        String deepest = nested(JsonReader.MAX_DEPTH);

        assertEquals(deepest, TREE.encode(tree(JsonReader.MAX_DEPTH)));
        assertInstanceOf(Decoded.Accepted.class, TREE.decode(deepest));
        assertEquals(
                at("$" + "[0]".repeat(JsonReader.MAX_DEPTH), TOO_DEEP).toString(),
                message(() -> TREE.encode(tree(JsonReader.MAX_DEPTH + 1))));
    }

    @Test
    void encoderCountsTheNestingOfAnyJson() {
        JsonText deepest = new JsonText("[{\"]\\\"[\":0},".repeat(198) + nested(2) + "]".repeat(198));

        assertEquals(deepest.json(), ANY.encode(deepest));
        assertEquals(
                at("$[1]", TOO_DEEP).toString(), message(() -> ANY_LIST.encode(List.of(new JsonText("1"), deepest))));
    }

    private static String message(Runnable encoding) {
        return assertThrows(IllegalArgumentException.class, encoding::run).getMessage();
    }
}
