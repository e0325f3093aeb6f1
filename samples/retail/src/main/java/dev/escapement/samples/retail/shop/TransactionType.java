package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The direction of a transaction. */
public enum TransactionType {

    /** A payment from the customer to the shop. */
    @JsonProperty("payment")
    PAYMENT,

    /** A refund from the shop to the customer. */
    @JsonProperty("refund")
    REFUND
}
