package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The direction of a transaction. */
public enum TransactionType {

    /** From the customer to the shop. */
    @JsonProperty("payment")
    PAYMENT,

    /** From the shop to the customer. */
    @JsonProperty("refund")
    REFUND
}
