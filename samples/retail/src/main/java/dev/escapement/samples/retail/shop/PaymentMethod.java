package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Codec;

/** A payment method of a customer. The JSON property {@code source} is the discriminator. */
@Codec
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
public sealed interface PaymentMethod permits CreditCard, GiftCard, Paypal {

    /**
     * Returns the id of this payment method. It is unique among the customer's payment methods.
     *
     * @return the id
     */
    String id();

    /**
     * Returns whether this payment method can cover an amount, according to the shop's data. Cards and accounts always
     * can.
     *
     * @param amount the amount to pay; negative for a refund
     * @return whether it can pay
     */
    default boolean covers(double amount) {
        return true;
    }

    /**
     * Returns a copy of this payment method that reflects a refund. Only the balance of a gift card changes.
     *
     * @param amount the refunded amount; negative for a payment
     * @return the method with its new balance
     */
    default PaymentMethod credited(double amount) {
        return this;
    }
}
