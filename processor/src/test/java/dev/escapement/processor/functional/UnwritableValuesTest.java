package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.json.JsonText;
import dev.escapement.processor.functional.shape.Arrays.Boxes;
import dev.escapement.processor.functional.shape.Arrays_BoxesSpec;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Enums_StatedSpec;
import dev.escapement.processor.functional.shape.LimitedParts;
import dev.escapement.processor.functional.shape.LimitedParts_ListsInListsSpec;
import dev.escapement.processor.functional.shape.LimitedParts_NotEmptyCollectionSpec;
import dev.escapement.processor.functional.shape.LimitedParts_SetOfPositiveSpec;
import dev.escapement.processor.functional.shape.Maps;
import dev.escapement.processor.functional.shape.Maps_ByDateSpec;
import dev.escapement.processor.functional.shape.Maps_ByEnumSpec;
import dev.escapement.processor.functional.shape.Maps_ByNumberSpec;
import dev.escapement.processor.functional.shape.Maps_DeepSpec;
import dev.escapement.processor.functional.shape.Maps_OneByUuidSpec;
import dev.escapement.processor.functional.shape.NumericShapes;
import dev.escapement.processor.functional.shape.NumericShapes_BigSpec;
import dev.escapement.processor.functional.shape.RawJson;
import dev.escapement.processor.functional.shape.RawJson_EverywhereSpec;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Scalars_ListsSpec;
import dev.escapement.processor.functional.shape.Scalars_PlainSpec;
import dev.escapement.processor.functional.shape.Texts;
import dev.escapement.processor.functional.shape.Texts_ListsSpec;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_NotifySpec;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a value that the schema does not allow is not encoded, but causes an exception. */
@SuppressWarnings("NullAway")
class UnwritableValuesTest {

    @Test
    void nullIsNotWrittenWhereItIsNotAllowed() {
        Scalars.Plain noText = new Scalars.Plain(null, true, 1, 1, 1, BigDecimal.ONE);
        Scalars.Plain noPrice = new Scalars.Plain("a", true, 1, 1, 1, null);
        assertThrows(IllegalArgumentException.class, () -> Scalars_PlainSpec.INSTANCE.encode(noText));
        assertThrows(IllegalArgumentException.class, () -> Scalars_PlainSpec.INSTANCE.encode(noPrice));
    }

    @Test
    void nullIsNotWrittenInAListThatDoesNotAllowIt() {
        Scalars.Lists gap = new Scalars.Lists(
                Collections.singletonList(null), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> Scalars_ListsSpec.INSTANCE.encode(gap));
    }

    static Stream<Arguments> gaps() {
        List<Integer> counts = Arrays.asList(1, null);
        List<BigDecimal> prices = Arrays.asList(BigDecimal.ONE, null);
        List<BigInteger> wholes = Arrays.asList(BigInteger.ONE, null);
        List<Enums.Level> levels = Arrays.asList(Enums.Level.LOW, null);
        List<Duration> times = Arrays.asList(Duration.ZERO, null);
        List<JsonText> texts = Arrays.asList(new JsonText("1"), null);
        Unions.Contact never = new Unions.Contact.Never();
        return Stream.of(
                gap("value", LimitedParts_NotEmptyCollectionSpec.INSTANCE, new LimitedParts.NotEmptyCollection(counts)),
                gap("value[0]", LimitedParts_ListsInListsSpec.INSTANCE, new LimitedParts.ListsInLists(List.of(counts))),
                gap(
                        "value",
                        LimitedParts_SetOfPositiveSpec.INSTANCE,
                        new LimitedParts.SetOfPositive(new LinkedHashSet<>(prices))),
                gap(
                        "wholes",
                        NumericShapes_BigSpec.INSTANCE,
                        new NumericShapes.Big(BigInteger.ONE, BigDecimal.ONE, wholes, Map.of())),
                gap(
                        "levels",
                        Enums_StatedSpec.INSTANCE,
                        new Enums.Stated(Enums.Level.LOW, levels, Map.of(), Optional.empty())),
                gap(
                        "deep[0]",
                        Texts_ListsSpec.INSTANCE,
                        new Texts.Lists(List.of(), List.of(), List.of(), List.of(), List.of(times))),
                gap("copies", Unions_NotifySpec.INSTANCE, new Unions.Notify(never, Arrays.asList(never, null))),
                gap(
                        "list",
                        RawJson_EverywhereSpec.INSTANCE,
                        new RawJson.Everywhere(texts, Map.of(), new JsonText[0], Optional.empty(), null)),
                gap(
                        "flags",
                        Arrays_BoxesSpec.INSTANCE,
                        new Boxes(new Boolean[] {true, null}, null, null, null, null, null, null, null)));
    }

    private static <T> Arguments gap(String property, ToolSpec<T> spec, T value) {
        return Arguments.of(spec, value, "$." + property + "[1]: expected a value, found null");
    }

    @ParameterizedTest
    @MethodSource("gaps")
    <T> void nullElementIsReportedAtItsIndex(ToolSpec<T> spec, T value, String message) {
        assertEquals(message, refusal(spec, value));
    }

    @Test
    void nullIsNoneOfTheRecordsOfASealedInterface() {
        Unions.Notify nobody = new Unions.Notify(null, List.of());
        Unions.Notify gap = new Unions.Notify(new Unions.Contact.Never(), Collections.singletonList(null));
        assertThrows(IllegalArgumentException.class, () -> Unions_NotifySpec.INSTANCE.encode(nobody));
        assertThrows(IllegalArgumentException.class, () -> Unions_NotifySpec.INSTANCE.encode(gap));
    }

    @Test
    void nullKeyIsReportedAsAKey() {
        Map<Enums.Colour, Integer> enums = Collections.singletonMap(null, 1);
        Map<UUID, Integer> texts = Collections.singletonMap(null, 1);
        Map<Integer, String> numbers = Collections.singletonMap(null, "a");

        assertEquals(
                "$.plain: expected a key, found null",
                refusal(Maps_ByEnumSpec.INSTANCE, new Maps.ByEnum(enums, Map.of(), Map.of(), Map.of())));
        assertEquals(
                "$.map: expected a key, found null", refusal(Maps_OneByUuidSpec.INSTANCE, new Maps.OneByUuid(texts)));
        assertEquals(
                "$.counts: expected a key, found null",
                refusal(Maps_ByNumberSpec.INSTANCE, new Maps.ByNumber(numbers, Map.of())));
    }

    @Test
    void keyWithoutTheFormIsReportedAtItsEntry() {
        Map<LocalDate, BigDecimal> dates = Map.of(LocalDate.of(10_000, 1, 1), BigDecimal.ONE);

        assertEquals(
                "$.dates[\"+10000-01-01\"]: expected a date like 2026-01-31, found the string \"+10000-01-01\"",
                refusal(
                        Maps_ByDateSpec.INSTANCE,
                        new Maps.ByDate(dates, Map.of(), Map.of(), Map.of(), Map.of(), Map.of())));
    }

    @Test
    void keyOfAMapInAnOptionalIsReportedAtItsEntry() {
        Optional<Map<LocalDate, List<String>>> dates = Optional.of(Map.of(LocalDate.of(-1, 1, 1), List.of()));

        assertEquals(
                "$.perhaps[\"-0001-01-01\"]: expected a date like 2026-01-31, found the string \"-0001-01-01\"",
                refusal(Maps_DeepSpec.INSTANCE, new Maps.Deep(Map.of(), List.of(), dates, null, null)));
    }

    private static <T> String refusal(ToolSpec<T> spec, T value) {
        return assertThrows(IllegalArgumentException.class, () -> spec.encode(value))
                .getMessage();
    }

    @Test
    void aNumberThatJsonDoesNotHaveIsNotWritten() {
        Scalars.Plain nan = new Scalars.Plain("a", true, 1, 1, Double.NaN, BigDecimal.ONE);
        assertThrows(IllegalArgumentException.class, () -> Scalars_PlainSpec.INSTANCE.encode(nan));
    }
}
