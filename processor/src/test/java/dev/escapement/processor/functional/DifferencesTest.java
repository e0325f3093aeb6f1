package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.shape.Arrays_OfContainersSpec;
import dev.escapement.processor.functional.shape.Collections;
import dev.escapement.processor.functional.shape.Collections_OneDoubleSetSpec;
import dev.escapement.processor.functional.shape.Collections_OneNumberSetSpec;
import dev.escapement.processor.functional.shape.Collections_OnePriceSetSpec;
import dev.escapement.processor.functional.shape.Collections_OneRawSetSpec;
import dev.escapement.processor.functional.shape.Collections_OneRecordSetSpec;
import dev.escapement.processor.functional.shape.Collections_TextsSpec;
import dev.escapement.processor.functional.shape.Collections_UnequalPartsSpec;
import dev.escapement.processor.functional.shape.Generics;
import dev.escapement.processor.functional.shape.Generics_HoldersSpec;
import dev.escapement.processor.functional.shape.Generics_NullsSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers;
import dev.escapement.processor.functional.shape.LimitedNumbers_DigitsThatAreRoundedSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_DoubleAtMostSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_DoubleBelowSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_DoubleFromZeroSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_FloatBelowSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_NegativeFloatSpec;
import dev.escapement.processor.functional.shape.LimitedNumbers_PositiveDoubleSpec;
import dev.escapement.processor.functional.shape.LimitedParts_SetOfTwoSpec;
import dev.escapement.processor.functional.shape.Loops_NamesakesSpec;
import dev.escapement.processor.functional.shape.Maps;
import dev.escapement.processor.functional.shape.Maps_NamesakesSpec;
import dev.escapement.processor.functional.shape.Maps_OneByUuidSpec;
import dev.escapement.processor.functional.shape.NumericShapes;
import dev.escapement.processor.functional.shape.NumericShapes_BigSpec;
import dev.escapement.processor.functional.shape.NumericShapes_OneBigIntegerSpec;
import dev.escapement.processor.functional.shape.NumericShapes_OneCharSpec;
import dev.escapement.processor.functional.shape.NumericShapes_OneFloatSpec;
import dev.escapement.processor.functional.shape.RawJson;
import dev.escapement.processor.functional.shape.RawJson_EverywhereSpec;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Regression tests of former differences between schema, decoder and encoder. */
class DifferencesTest {

    /** Lengths in JSON Schema count code points: an emoji has length 1, but is two Java characters. */
    @Test
    void aCharacterIsOneInJavaToo() {
        assertRejected(NumericShapes_OneCharSpec.INSTANCE, "{'value':'😀'}");
        assertAccepted(NumericShapes_OneCharSpec.INSTANCE, "{'value':'\uffff'}");
    }

    /** A value slightly above the largest float is rounded to it. */
    @Test
    void aFloatIsNotRoundedIntoItsRange() {
        assertRejected(NumericShapes_OneFloatSpec.INSTANCE, "{'value':3.40282350001e38}");
        assertAccepted(NumericShapes_OneFloatSpec.INSTANCE, "{'value':-3.4028235e38}");
    }

    /** {@code 1e900} is a short text, but it had more digits than the decoder accepted. */
    @Test
    void anIntegerHasNoMoreDigitsThanCanBeReadAgain() {
        ToolSpec<NumericShapes.OneBigInteger> spec = NumericShapes_OneBigIntegerSpec.INSTANCE;
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.value", "an integer of at most 499 digits", "1e499"))),
                spec.decode("{\"value\":1e499}"));
        BigInteger largest = BigInteger.TEN.pow(499).subtract(BigInteger.ONE).negate();
        NumericShapes.OneBigInteger value = new NumericShapes.OneBigInteger(largest);
        assertEquals(new Decoded.Accepted<>(value, List.of()), spec.decode(spec.encode(value)));
        NumericShapes.OneBigInteger tooLarge = new NumericShapes.OneBigInteger(largest.subtract(BigInteger.ONE));
        assertThrows(IllegalArgumentException.class, () -> spec.encode(tooLarge));
    }

    @Test
    void aDecimalThatCannotBeReadAgainIsNotWritten() {
        NumericShapes.Big value =
                new NumericShapes.Big(BigInteger.ONE, new BigDecimal(BigInteger.ONE, -1001), List.of(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> NumericShapes_BigSpec.INSTANCE.encode(value));
    }

    /** 1.0 and 1.00 are two elements of a set in Java, but equal in JSON Schema. */
    @Test
    void anElementIsThereTwiceIfJsonSchemaSaysSo() {
        ToolSpec<Collections.OnePriceSet> spec = Collections_OnePriceSetSpec.INSTANCE;
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.set[1]", "each element once", "a duplicate"))),
                spec.decode("{\"set\":[1.0,1.00]}"));
        assertRejected(Collections_OnePriceSetSpec.INSTANCE, "{'set':[1.0,1e0]}");
        assertRejected(Collections_OneDoubleSetSpec.INSTANCE, "{'set':[0,0.5,-0.0]}");
        assertRejected(Collections_OneNumberSetSpec.INSTANCE, "{'set':[1,1.0]}");
        assertRejected(
                Collections_OneRecordSetSpec.INSTANCE, "{'set':[{'name':'a','price':2},{'price':2.0,'name':'a'}]}");
        assertRejected(Collections_OneRawSetSpec.INSTANCE, "{'set':[[1,{'a':1,'b':2}],[1.0,{'b':2,'a':1}]]}");
        assertAccepted(Collections_OneRawSetSpec.INSTANCE, "{'set':[9007199254740993,9007199254740992,'1',1,[1]]}");
    }

    /** Each is valid Java, but a reader would reject it. */
    @Test
    void whatJsonSchemaCallsEqualIsNotWritten() {
        Set<BigDecimal> prices = new LinkedHashSet<>(List.of(new BigDecimal("1.0"), new BigDecimal("1.00")));
        Collections.OnePriceSet value = new Collections.OnePriceSet(prices);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Collections_OnePriceSetSpec.INSTANCE.encode(value));
        assertEquals(new Violation("$.set[1]", "each element once", "a duplicate").toString(), refusal.getMessage());
        Collections.OneDoubleSet zeros = new Collections.OneDoubleSet(Set.of(0.0, -0.0));
        assertThrows(IllegalArgumentException.class, () -> Collections_OneDoubleSetSpec.INSTANCE.encode(zeros));
    }

    /** Rounding would silently drop one of the two. */
    @Test
    void differentNumbersThatAreRoundedToOneAreRefused() {
        String json = "{\"set\":[0.1,0.10000000000000000001]}";
        assertTrue(new SchemaOracle(Collections_OneDoubleSetSpec.INSTANCE.schema(Dialect.JSON_SCHEMA)).accepts(json));
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.set[1]", "each element once", "a duplicate"))),
                Collections_OneDoubleSetSpec.INSTANCE.decode(json));
    }

    /**
     * A value that was not a number was 0 until the violation was reported, and a real 0 was then reported as a
     * duplicate.
     */
    @Test
    void anElementThatIsWrongIsNotCompared() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.set[0]", "an integer", "the string \"x\""))),
                Collections_OneNumberSetSpec.INSTANCE.decode("{\"set\":[\"x\",0]}"));
    }

    /** The size was formerly checked only when the set was encoded. */
    @Test
    void elementsThatAreThereTwiceDoNotMakeASetLarge() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.value[1]", "each element once", "a duplicate"))),
                LimitedParts_SetOfTwoSpec.INSTANCE.decode("{\"value\":[1,1]}"));
    }

    /** A null in place of a missing value is repaired, after which the two values are equal. */
    @Test
    void whatIsRepairedIsComparedAfterwards() {
        String json = "{'estimates':[{'mean':1.0,'samples':[]},{'low':null,'mean':1,'samples':[]}],'accounts':[],"
                + "'visits':[{'place':'a'},{'place':'a'}],'readings':[],'sets':[],'collections':[],'blobs':[],"
                + "'gaps':[],'boxes':[]}";
        assertEquals(
                new Decoded.Rejected<>(List.of(
                        new Violation("$.estimates[1]", "each element once", "a duplicate"),
                        new Violation("$.visits[1]", "each element once", "a duplicate"))),
                Collections_UnequalPartsSpec.INSTANCE.decode(json.replace('\'', '"')));
    }

    /**
     * 0.0999…9 is less than 0.1, but equals 0.1 as a double: it was decoded, violated the rule as a double, and was not
     * encoded.
     */
    @Test
    void aNumberObeysItsLimitsWhenItIsRounded() {
        String nines = "0.0999999999999999999999999";
        ToolSpec<LimitedNumbers.DoubleBelow> below = LimitedNumbers_DoubleBelowSpec.INSTANCE;
        assertTrue(new SchemaOracle(below.schema(Dialect.JSON_SCHEMA)).accepts("{\"value\":" + nines + "}"));
        assertEquals(
                new Decoded.Rejected<>(List.of(
                        new Violation("$.value", "less than 0.1 when rounded", nines + ", which is rounded to 0.1"))),
                below.decode("{\"value\":" + nines + "}"));
        assertAccepted(below, "{'value':0.09999999999999999}");
        assertAccepted(LimitedNumbers_DoubleAtMostSpec.INSTANCE, "{'value':" + nines + "}");
        assertInstanceOf(
                Decoded.Rejected.class, LimitedNumbers_FloatBelowSpec.INSTANCE.decode("{\"value\":0.099999999}"));
    }

    /** The smallest numbers are zero as a double, which is not positive. */
    @Test
    void whatIsRoundedToZeroIsNotPositive() {
        assertEquals(
                new Decoded.Rejected<>(List.of(
                        new Violation("$.value", "more than 0 when rounded", "1e-400, which is rounded to 0.0"))),
                LimitedNumbers_PositiveDoubleSpec.INSTANCE.decode("{\"value\":1e-400}"));
        assertAccepted(LimitedNumbers_DoubleFromZeroSpec.INSTANCE, "{'value':1e-400}");
        assertAccepted(LimitedNumbers_PositiveDoubleSpec.INSTANCE, "{'value':4.9e-324}");
        assertInstanceOf(
                Decoded.Rejected.class, LimitedNumbers_NegativeFloatSpec.INSTANCE.decode("{\"value\":-4.9e-324}"));
    }

    /** 99.99…9 has two integer digits, and its rounded value has three. */
    @Test
    void aNumberHasFewDigitsWhenItIsRounded() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation(
                        "$.value",
                        "at most 2 digits before the decimal point and 20 after it when rounded",
                        "99.99999999999999999999, which is rounded to 100.0"))),
                LimitedNumbers_DigitsThatAreRoundedSpec.INSTANCE.decode("{\"value\":99.99999999999999999999}"));
    }

    /** The second key was decoded in place of the first if the first value was null. */
    @Test
    void aKeyInTwoSpellingsIsOneKeyEvenIfItsValueIsNull() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation(
                        "$.map[\"ABCDEF00-0000-0000-0000-000000000000\"]", "each key once", "a duplicate"))),
                Maps_OneByUuidSpec.INSTANCE.decode("{\"map\":{\"abcdef00-0000-0000-0000-000000000000\":null,"
                        + "\"ABCDEF00-0000-0000-0000-000000000000\":1}}"));
    }

    /** A set could hold only one of them, and the other would be lost. */
    @Test
    void elementsThatMeanTheSameAreRefusedNotMerged() {
        String json = ("{'ids':['abcdef00-0000-0000-0000-000000000000','ABCDEF00-0000-0000-0000-000000000000'],"
                        + "'moments':[],'addresses':[],'durations':['PT60M','PT1H'],'offsets':[],'locales':[],"
                        + "'currencies':[]}")
                .replace('\'', '"');
        assertEquals(
                new Decoded.Rejected<>(List.of(
                        new Violation("$.durations[1]", "each element once", "a duplicate"),
                        new Violation("$.ids[1]", "each element once", "a duplicate"))),
                Collections_TextsSpec.INSTANCE.decode(json));
    }

    /** {@code null} is a JSON value; it was decoded as an absent value. */
    @Test
    void nullIsAValueOfAnOptionalThatHoldsAnyJson() {
        Decoded<RawJson.Everywhere> decoded = RawJson_EverywhereSpec.INSTANCE.decode(
                "{\"list\":[],\"map\":{},\"array\":[],\"perhaps\":null,\"page\":{\"items\":[],\"total\":0}}");
        Decoded.Accepted<?> accepted = assertInstanceOf(Decoded.Accepted.class, decoded);
        assertEquals(Optional.of(new JsonText("null")), ((RawJson.Everywhere) accepted.value()).perhaps());
        assertEquals(List.of(), accepted.repairs());
    }

    /** An annotation on a type variable was lost when a type was substituted for the variable. */
    @Test
    void aTypeVariableMayBeNullable() {
        assertAccepted(
                Generics_NullsSpec.INSTANCE,
                "{'record':{'value':null,'gaps':[null]},'number':{'value':null,'gaps':[1,null]},'user':{'value':null},"
                        + "'pair':{'first':null,'second':[null]},'page':{'items':[null],'total':1},'all':null}");
    }

    /** Generated code treated them as arrays of primitives, or tried to create arrays of generic types. */
    @Test
    void boxedAndGenericArraysKeepTheirTypes() {
        Decoded.Accepted<?> holders = assertInstanceOf(
                Decoded.Accepted.class,
                Generics_HoldersSpec.INSTANCE.decode(("{'texts':%s,'counts':%s,'points':%s,'colours':%s}")
                        .formatted(holder(""), holder("1,2"), holder(""), holder(""))
                        .replace('\'', '"')));
        assertArrayEquals(
                new Integer[] {1, 2},
                ((Generics.Holders) holders.value()).counts().array());
        assertAccepted(
                Arrays_OfContainersSpec.INSTANCE,
                "{'lists':[['a']],'maps':[{'a':[1]}],'sets':[['RED']],'table':[[[1]]],"
                        + "'pages':[{'items':[],'total':0}],'pairs':[[{'first':'a','second':1}]]}");
    }

    private static String holder(String array) {
        return "{'list':[],'set':[],'collection':[],'map':{},'array':[" + array + "],'deep':[]}";
    }

    /** The methods for an enum as key and those for a record of the same name had equal names. */
    @Test
    void namesOfMethodsForKeysAreTheirOwn() {
        Maps.Namesakes value = new Maps.Namesakes(
                Map.of(),
                new Maps.SizeKey("a"),
                new Maps.IntBySize(Map.of()),
                Map.of(Maps.Kind.FIRST, Maps.Kind.THIRD));
        String json = Maps_NamesakesSpec.INSTANCE.encode(value);
        assertEquals(
                "{\"map\":{},\"key\":{\"name\":\"a\"},\"bySize\":{\"map\":{}},\"kinds\":{\"SECOND\":\"first\"}}", json);
        assertEquals(new Decoded.Accepted<>(value, List.of()), Maps_NamesakesSpec.INSTANCE.decode(json));
    }

    /** The name generated for the second could collide with that of a third. */
    @Test
    void recursiveTypesOfOneNameHaveDefinitionsOfTheirOwn() {
        MutableJson.Tree schema = MutableJson.parse(Loops_NamesakesSpec.INSTANCE.schema(Dialect.JSON_SCHEMA))
                .orElseThrow();
        MutableJson.Obj definitions = (MutableJson.Obj) ((MutableJson.Obj) schema.root())
                .stream()
                        .filter(entry -> entry.getKey().equals("$defs"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        assertEquals(7, definitions.stream().map(Map.Entry::getKey).distinct().count(), definitions.toString());
        assertEquals(7, definitions.size());
    }

    /** Some white space is not white space in JSON, and the whole text was reported as invalid JSON. */
    @Test
    void aStringOfMoreThanJsonStaysAString() {
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation("$.map", "an object", "the string \"\u2003{}\""))),
                Maps_OneByUuidSpec.INSTANCE.decode("{\"map\":\"\u2003{}\"}"));
    }

    private static void assertAccepted(ToolSpec<?> spec, String quoted) {
        String json = quoted.replace('\'', '"');
        assertEquals("", new SchemaOracle(spec.schema(Dialect.JSON_SCHEMA)).faults(json));
        Decoded.Accepted<?> accepted = assertInstanceOf(Decoded.Accepted.class, spec.decode(json));
        assertEquals(List.of(), accepted.repairs());
    }

    private static void assertRejected(ToolSpec<?> spec, String quoted) {
        String json = quoted.replace('\'', '"');
        assertFalse(new SchemaOracle(spec.schema(Dialect.JSON_SCHEMA)).accepts(json));
        assertInstanceOf(Decoded.Rejected.class, spec.decode(json));
    }
}
