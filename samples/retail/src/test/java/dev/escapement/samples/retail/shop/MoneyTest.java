package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void roundsToTheNearestCent() {
        assertEquals(41.92, Money.round2(155.33 - 147.05 + 268.77 - 235.13));
        assertEquals(-17.99, Money.round2(135.24 - 153.23));
        assertEquals(3.0, Money.round2(3));
    }

    @Test
    void roundsByTheExactBinaryValue() {
        assertEquals(2.67, Money.round2(2.675)); // the double is slightly less than it looks
        assertEquals(2.67, Money.round2(2.665)); // and this one slightly more
        assertEquals(1.0, Money.round2(1.005));
    }

    @Test
    void roundsHalvesThatAreExactToTheEvenCent() {
        assertEquals(0.12, Money.round2(0.125));
        assertEquals(0.38, Money.round2(0.375));
        assertEquals(-0.12, Money.round2(-0.125));
    }

    @Test
    void writesDecimalsAndNoExponent() {
        assertEquals("12.0", Money.text(12));
        assertEquals("0.05", Money.text(0.05));
        assertEquals("12345678.9", Money.text(12_345_678.9));
        assertEquals("10000000.0", Money.text(1e7));
        assertEquals("-0.5", Money.text(-0.5));
    }
}
