package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Maps;
import dev.escapement.processor.functional.shape.Maps_ByEnumSpec;
import dev.escapement.processor.functional.shape.Maps_ByNumberSpec;
import dev.escapement.processor.functional.shape.Maps_OneByUuidSpec;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Scalars_ListsSpec;
import dev.escapement.processor.functional.shape.Scalars_PlainSpec;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_NotifySpec;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
