package dev.escapement.samples.retail.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic on amounts of money, represented as doubles, as in the shop's data.
 *
 * <p>A new system should count cents in a {@code long}; this one must reproduce the numbers of the data.
 */
public final class Money {

    private Money() {}

    /**
     * Returns an amount rounded to cents. Rounds the exact binary value, halves to even.
     *
     * @param amount a finite amount
     * @return the nearest amount of whole cents
     */
    public static double round2(double amount) {
        return new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    /**
     * Formats an amount with decimals and without an exponent, for example {@code 12.0} or {@code 12345678.9}.
     *
     * @param amount a finite amount
     * @return the text
     */
    public static String text(double amount) {
        BigDecimal shortest = BigDecimal.valueOf(amount);
        return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
    }
}
