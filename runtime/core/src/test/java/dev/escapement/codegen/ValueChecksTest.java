package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.string;
import static dev.escapement.internal.json.LimitMessages.atLeast;
import static dev.escapement.internal.json.LimitMessages.atMost;
import static dev.escapement.internal.json.LimitMessages.lessThan;
import static dev.escapement.internal.json.LimitMessages.moreThan;
import static dev.escapement.internal.json.LimitMessages.ofLength;
import static dev.escapement.internal.json.LimitMessages.rounded;
import static dev.escapement.internal.json.LimitMessages.whenRounded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Leniency;
import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests of the checks that depend on the text or the moment: numbers and times. */
class ValueChecksTest {

    private static final BigDecimal LIMIT = new BigDecimal("0.1");

    @Test
    void whatCountsIsTheNumberInTheText() {
        Consumer<JsonReader> read = in -> in.checkMax(in.readDouble(), LIMIT);
        assertEquals(List.of(), violations("0.1", read));
        assertEquals(List.of(), violations("0.1000000000000000000000", read));
        assertEquals(
                List.of(violation(atMost(0.1), "0.10000000000000000000000001")),
                violations("0.10000000000000000000000001", read));
        assertEquals(List.of(), violations("0.09999999999999999999999999", read));
    }

    @Test
    void aFloatIsNoLessExact() {
        Consumer<JsonReader> read = in -> in.checkMax(in.readFloat(), LIMIT);
        assertEquals(List.of(), violations("0.1", read), "although the nearest float is larger");
        assertEquals(List.of(violation(atMost(0.1), "0.100000001")), violations("0.100000001", read));
    }

    @Test
    void numbersTooSmallForADoubleHaveASignStill() {
        Consumer<JsonReader> read = in -> in.checkMin(in.readDouble(), BigDecimal.ZERO);
        assertEquals(List.of(), violations("1e-400", read));
        assertEquals(List.of(), violations("1e-99999999999", read));
        assertEquals(List.of(), violations("-0e99999999999", read));
        assertEquals(List.of(violation(atLeast(0), "-1e-400")), violations("-1e-400", read));
        assertEquals(List.of(violation(atLeast(0), "-1e-99999999999")), violations("-1e-99999999999", read));
    }

    /** Both the written and the rounded number must satisfy the rule. */
    @Test
    void aNumberObeysItsRulesAlsoWhenItIsRounded() {
        Consumer<JsonReader> positive = in -> in.checkMoreThan(in.readDouble(), BigDecimal.ZERO);
        assertEquals(List.of(), violations("5e-324", positive));
        assertEquals(List.of(violation(moreThan(0), "0e99999999999")), violations("0e99999999999", positive));
        assertEquals(
                List.of(violation(whenRounded(moreThan(0)), rounded("1e-400", "0.0"))), violations("1e-400", positive));
        BigDecimal limit = new BigDecimal("0.3");
        assertEquals(List.of(), violations("0.299999999", in -> in.checkLessThan(in.readDouble(), limit)));
        assertEquals(
                List.of(violation(whenRounded(lessThan(0.3)), rounded("0.299999999", "0.3"))),
                violations("0.299999999", in -> in.checkLessThan(in.readFloat(), limit)));
        assertEquals(List.of(), violations("0.299999999", in -> in.checkMax(in.readFloat(), limit)));
    }

    @Test
    void limitsAgreeWithExactArithmetic() {
        for (BigDecimal limit :
                List.of(LIMIT, BigDecimal.ZERO, new BigDecimal("-1e30"), new BigDecimal("16777216.5"))) {
            double near = limit.doubleValue();
            DoubleStream.of(
                            near,
                            Math.nextUp(near),
                            Math.nextDown(near),
                            (float) near,
                            Math.nextUp((float) near),
                            -near,
                            2 * near,
                            1e300)
                    .forEach(value -> {
                        String text = Double.toString(value);
                        int compared = new BigDecimal(text).compareTo(limit);
                        assertEquals(
                                compared > 0 ? 1 : 0,
                                violations(text, in -> in.checkMax(in.readDouble(), limit))
                                        .size(),
                                text);
                        assertEquals(
                                compared < 0 ? 1 : 0,
                                violations(text, in -> in.checkMin(in.readDouble(), limit))
                                        .size(),
                                text);
                        assertEquals(
                                compared >= 0 ? 1 : 0,
                                violations(text, in -> in.checkLessThan(in.readDouble(), limit))
                                        .size(),
                                text);
                        assertEquals(
                                compared <= 0 ? 1 : 0,
                                violations(text, in -> in.checkMoreThan(in.readDouble(), limit))
                                        .size(),
                                text);
                    });
        }
    }

    @Test
    void aQuotedNumberIsCheckedLikeAnother() {
        JsonCodec<Object> codec = codec(in -> in.checkMax(in.readDouble(), LIMIT));
        ReadOptions quoted = new ReadOptions(Set.of(Leniency.QUOTED_SCALARS));
        assertInstanceOf(Decoded.Accepted.class, codec.decode("\"0.1\"", quoted));
        assertInstanceOf(Decoded.Rejected.class, codec.decode("\"0.10000000000000000000000001\"", quoted));
    }

    @Test
    void aValueOfAnotherTypeBreaksNoRule() {
        assertEquals(1, violations("\"x\"", in -> in.checkMin(in.readInt(), 5)).size());
        assertEquals(
                1, violations("\"x\"", in -> in.checkTrue(in.readBoolean())).size());
        assertEquals(
                1,
                violations("null", in -> in.checkMinLength(in.readString(), 5)).size());
        assertEquals(
                1,
                violations("7", in -> {
                            PrimitiveArrays.readInts(in);
                            in.checkMinCount(5);
                        })
                        .size());
    }

    @Test
    void aValueThatBreaksTwoRulesIsReportedTwice() {
        assertEquals(
                List.of(
                        violation(atLeast(Unit.CHARACTER.of(5)), ofLength(string(" "), 1)),
                        violation(LimitMessages.NOT_BLANK, string(" "))),
                violations("\" \"", in -> {
                    String value = in.readString();
                    in.checkMinLength(value, 5);
                    in.checkNotBlank(value);
                }));
    }

    @Test
    void theMomentIsAskedForOnceATextAndOnlyIfItMatters() {
        List<Instant> asked = new ArrayList<>();
        ReadOptions options = new ReadOptions(Set.of(), () -> {
            asked.add(Instant.EPOCH);
            return Instant.EPOCH;
        });
        codec(in -> in.checkMin(in.readInt(), 1)).decode("1", options);
        assertEquals(List.of(), asked);
        codec(in -> {
                    LocalDate date = TextCodecs.LOCAL_DATE.read(in);
                    in.checkPastOrPresent(date, in.now());
                    in.checkFutureOrPresent(date, in.now());
                })
                .decode("\"1970-01-01\"", options);
        assertEquals(List.of(Instant.EPOCH), asked);
    }

    @Test
    void withoutAMomentTimesAreNotCompared() {
        JsonCodec<Object> codec = codec(in -> in.checkFuture(TextCodecs.LOCAL_DATE.read(in), in.now()));
        assertInstanceOf(Decoded.Rejected.class, codec.decode("\"1970-01-01\""));
        assertInstanceOf(Decoded.Accepted.class, codec.decode("\"1970-01-01\"", new ReadOptions(Set.of(), null)));
        assertInstanceOf(Decoded.Accepted.class, codec.decode("\"1970-01-01\"", Instant.parse("1969-12-31T00:00:00Z")));
    }

    @Test
    void aWriterChecksWhatItWrites() {
        assertEquals(new Violation("$.a[1].b", atMost(3), "4").toString(), refusal((out, value) -> {
            out.beginObject();
            out.name("a");
            out.beginArray();
            out.writeNull();
            out.beginObject();
            out.name("b");
            out.writeInt(4);
            out.checkMax(4, 3);
        }));
        assertEquals(violation(atMost(0.1), "0.10000000894069672").toString(), refusal((out, value) -> {
            float more = Math.nextUp(0.1f);
            out.writeFloat(more);
            out.checkMax(more, LIMIT);
        }));
        assertEquals(
                "0.1",
                JsonWriter.encode(
                        (out, value) -> {
                            out.writeFloat(0.1f);
                            out.checkMax(0.1f, LIMIT);
                        },
                        ""));
    }

    private static String refusal(BiConsumer<JsonWriter, String> encoder) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> JsonWriter.encode(encoder::accept, ""))
                .getMessage());
    }

    private static List<Violation> violations(String json, Consumer<JsonReader> read) {
        return DecodingSupport.violations(codec(read), json);
    }

    private static Violation violation(String expected, String actual) {
        return new Violation("$", expected, actual);
    }

    private static JsonCodec<Object> codec(Consumer<JsonReader> read) {
        return new JsonCodec<>() {
            @Override
            public @Nullable Object read(JsonReader in) {
                read.accept(in);
                return "read";
            }

            @Override
            public void write(JsonWriter out, Object value) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
