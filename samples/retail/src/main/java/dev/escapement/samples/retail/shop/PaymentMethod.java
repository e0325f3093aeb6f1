package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Codec;

/** A way in which a customer pays. In JSON the property {@code source} tells which. */
@Codec
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
public sealed interface PaymentMethod permits CreditCard, GiftCard, Paypal {

    /**
     * Names the method among all methods of its owner.
     *
     * @return the id
     */
    String id();

    /**
     * Whether the shop knows that the method can pay an amount. Banks are not asked: cards and accounts always can.
     *
     * @param amount what is to be paid; negative for money that comes back
     * @return whether it can
     */
    default boolean covers(double amount) {
        return true;
    }

    /**
     * This method after money came back to it. Only a balance that the shop keeps changes.
     *
     * @param amount what came back; negative for what was paid
     * @return the method with its new balance
     */
    default PaymentMethod credited(double amount) {
        return this;
    }
}
