package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.json.Decoded;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Enums_SharedCodec;
import dev.escapement.processor.functional.shape.Names;
import dev.escapement.processor.functional.shape.Names_CustomSpec;
import dev.escapement.processor.functional.shape.Names_DeclaredValuesSpec;
import dev.escapement.processor.functional.shape.Names_SnakeValuesSpec;
import dev.escapement.processor.functional.shape.Names_SnakesSpec;
import dev.escapement.processor.functional.shape.NestedShapes;
import dev.escapement.processor.functional.shape.NestedShapes_AddressCodec;
import dev.escapement.processor.functional.shape.NestedShapes_QuoteSpec;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Scalars_NothingSpec;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of names in JSON: of tools, properties and constants. */
class NamesTest {

    @Test
    void aToolIsNamedAfterItsRecordOrAsItSays() {
        assertEquals("nothing", Scalars_NothingSpec.INSTANCE.name());
        assertEquals("Call-me_42", Names_CustomSpec.INSTANCE.name());
    }

    @Test
    void anEmptyToolIsCalledWithAnEmptyObject() {
        assertEquals("{}", Scalars_NothingSpec.INSTANCE.encode(new Scalars.Nothing()));
    }

    @Test
    void aToolInSnakeCaseNamesWhatItContainsInSnakeCaseToo() {
        Names.Snakes snakes =
                new Names.Snakes("A", 1, true, "B", Optional.of("C"), new NestedShapes.Customer("Ann", "Lee"));
        assertEquals(
                "{\"order_id\":\"A\",\"parse_urlnow\":1,\"asWritten\":true,\"named\":\"B\",\"note2_self\":\"C\","
                        + "\"sold_to\":{\"first_name\":\"Ann\",\"family\":\"Lee\"}}",
                Names_SnakesSpec.INSTANCE.encode(snakes));
    }

    @Test
    void constantsFollowTheNamingAndTypesDoNot() {
        Map<Names.Motive, Integer> counts =
                new EnumMap<>(Map.of(Names.Motive.LATE_DELIVERY, 2, Names.Motive.BROKEN, 1));
        assertEquals(
                "{\"main_motive\":\"wrong_item\",\"other_motive\":\"BROKEN\","
                        + "\"count_by_motive\":{\"late_delivery\":2,\"BROKEN\":1},"
                        + "\"next_step\":{\"type\":\"send_again\",\"extra_days\":3}}",
                Names_SnakeValuesSpec.INSTANCE.encode(new Names.SnakeValues(
                        Names.Motive.wrongItem, Names.Motive.BROKEN, counts, new Names.NextStep.SendAgain(3))));
        assertEquals(
                "{\"mainMotive\":\"wrongItem\",\"countByMotive\":{\"LATE_DELIVERY\":2,\"BROKEN\":1},"
                        + "\"nextStep\":{\"type\":\"no_step\",\"value\":\"TOO_LATE\"}}",
                Names_DeclaredValuesSpec.INSTANCE.encode(
                        new Names.DeclaredValues(Names.Motive.wrongItem, counts, Names.NextStep.NoStep.TOO_LATE)));
    }

    @Test
    void aConstantIsReadByItsConvertedName() {
        Decoded.Accepted<?> accepted = assertInstanceOf(
                Decoded.Accepted.class,
                Names_SnakeValuesSpec.INSTANCE.decode("{\"main_motive\":\"LATE_DELIVERY\",\"count_by_motive\":"
                        + "{\"late_delivery\":1},\"next_step\":{\"type\":\"no_step\",\"value\":\"too_late\"}}"));
        assertEquals(
                Names.Motive.LATE_DELIVERY,
                assertInstanceOf(Names.SnakeValues.class, accepted.value()).otherMotive());
        assertEquals(
                List.of(new Repair(
                        "$.main_motive", Repair.Kind.CONSTANT_IN_OTHER_CASE, "\"LATE_DELIVERY\"", "\"late_delivery\"")),
                accepted.repairs());
    }

    @Test
    void aTypeWithACodecIsNamedTheSameEverywhere() {
        NestedShapes.Address address = new NestedShapes.Address("Elm", "1234");
        assertEquals(
                "{\"street_name\":\"Elm\",\"zip_code\":\"1234\"}", NestedShapes_AddressCodec.INSTANCE.encode(address));
        NestedShapes.Quote quote = new NestedShapes.Quote(
                new NestedShapes.Money(new BigDecimal("1.50"), "EUR"),
                Optional.of(address),
                new NestedShapes.Customer("Ann", "Lee"),
                "May");
        assertEquals(
                "{\"total_sum\":{\"amount\":1.50,\"currency\":\"EUR\"},"
                        + "\"ship_to\":{\"street_name\":\"Elm\",\"zip_code\":\"1234\"},"
                        + "\"sold_to\":{\"first_name\":\"Ann\",\"family\":\"Lee\"},\"validUntil\":\"May\"}",
                NestedShapes_QuoteSpec.INSTANCE.encode(quote));
    }

    @Test
    void aConstantIsWhatItIsRenamedTo() {
        assertEquals("\"left\"", Enums_SharedCodec.INSTANCE.encode(Enums.Shared.LEFT));
        assertEquals(
                new Decoded.Accepted<>(Enums.Shared.RIGHT, List.of()), Enums_SharedCodec.INSTANCE.decode("\"RIGHT\""));
        assertEquals(
                new Decoded.Accepted<>(
                        Enums.Shared.LEFT,
                        List.of(new Repair("$", Repair.Kind.CONSTANT_IN_OTHER_CASE, "\"LEFT\"", "\"left\""))),
                Enums_SharedCodec.INSTANCE.decode("\"LEFT\""));
        assertEquals(
                new Decoded.Rejected<>(List.of(new Violation(
                        "$", "one of \"left\", \"RIGHT\" (did you mean \"left\"?)", "the string \"lefty\""))),
                Enums_SharedCodec.INSTANCE.decode("\"lefty\""));
    }
}
