package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the exact cost of replies. */
class PricesTest {

    private static final Prices CACHED = Prices.perMillion("3", "0.30", "3.75", "15");

    @ParameterizedTest
    @CsvSource({
        // all input, from the cache, into the cache, output, price
        "0, 0, 0, 0, 0",
        "1, 0, 0, 0, 0.000003",
        "0, 0, 0, 1, 0.000015",
        "1000000, 1000000, 0, 0, 0.3",
        "1000000, 0, 1000000, 0, 3.75",
        "1234567, 1000000, 200000, 89, 1.155036", // 34567 * 3 + 1000000 * 0.3 + 200000 * 3.75 + 89 * 15
    })
    void eachTokenHasThePriceOfItsKind(long input, long cached, long cacheWrite, long output, BigDecimal price) {
        assertEquals(0, price.compareTo(CACHED.of(input, cached, cacheWrite, output)));
    }

    @Test
    void noFractionIsLost() {
        assertEquals(
                new BigDecimal("9223372036854.775807"),
                Prices.perMillion("1", "1").of(Long.MAX_VALUE, 0, 0, 0));
        assertEquals(
                new BigDecimal("0.0000000000000001"),
                Prices.perMillion("0.0000000001", "1").of(1, 0, 0, 0));
    }

    @Test
    void withoutAPriceForTheCacheItsTokensCostTheSame() {
        Prices plain = Prices.perMillion("0.15", "0.60");

        assertEquals(plain.of(1_000, 0, 0, 10), plain.of(1_000, 400, 500, 10));
    }

    /** Some providers count the tokens of the cache separately from those of the request. */
    @Test
    void moreTokensFromTheCacheThanThereAreGiveNothingBack() {
        assertEquals(0, new BigDecimal("0.00003").compareTo(CACHED.of(1, 100, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noPriceIsLessThanNothing(int negative) {
        String[] prices = {"0", "0", "0", "0"};
        prices[negative] = "-0.01";

        assertThrows(
                IllegalArgumentException.class, () -> Prices.perMillion(prices[0], prices[1], prices[2], prices[3]));
    }

    @ParameterizedTest
    @CsvSource({"0, input", "1, cachedInput", "2, cacheWrite", "3, output"})
    void aPriceThatIsNoDecimalNumberIsNamed(int wrong, String name) {
        String[] prices = {"0", "0", "0", "0"};
        prices[wrong] = "0,15";

        String refusal = assertThrows(
                        IllegalArgumentException.class,
                        () -> Prices.perMillion(prices[0], prices[1], prices[2], prices[3]))
                .getMessage();
        assertTrue(refusal.contains(name) && refusal.contains("0,15"), refusal);
    }

    @Test
    void aTableKnowsTheModelsThatWereAdded() {
        PriceTable table = PriceTable.EMPTY.with("large", CACHED).with("small", Prices.perMillion("1", "2"));

        assertEquals(CACHED, table.of("large"));
    }

    @Test
    void theLastPriceOfAModelCounts() {
        Prices dearer = Prices.perMillion("4", "20");

        assertEquals(
                dearer,
                PriceTable.EMPTY.with("large", CACHED).with("large", dearer).of("large"));
    }

    @Test
    void aTableThatGetsAModelIsANewOne() {
        PriceTable table = PriceTable.EMPTY.with("large", CACHED);
        PriceTable unused = table.with("small", CACHED);

        assertThrows(IllegalArgumentException.class, () -> table.of("small"));
    }

    /** A cost budget would never be exhausted. */
    @Test
    void aModelThatATableDoesNotHaveIsNotFree() {
        PriceTable table = PriceTable.EMPTY.with("large", CACHED).with("small", CACHED);

        String refusal = assertThrows(IllegalArgumentException.class, () -> table.of("medium"))
                .getMessage();
        for (String model : List.of("medium", "large", "small")) {
            assertTrue(refusal.contains(model), refusal);
        }
    }
}
