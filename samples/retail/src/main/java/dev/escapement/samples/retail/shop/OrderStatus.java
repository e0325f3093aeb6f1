package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an order has come. */
public enum OrderStatus {

    /** Taken, not yet packed. */
    @JsonProperty("pending")
    PENDING,

    /** Not yet packed, and its items were changed once: they cannot be changed again. */
    @JsonProperty("pending (item modified)")
    PENDING_ITEM_MODIFIED,

    /** On its way. */
    @JsonProperty("processed")
    PROCESSED,

    /** Arrived. */
    @JsonProperty("delivered")
    DELIVERED,

    /** Called off. */
    @JsonProperty("cancelled")
    CANCELLED,

    /** Arrived, and the customer wants some of it in another form. */
    @JsonProperty("exchange requested")
    EXCHANGE_REQUESTED,

    /** Arrived, and the customer wants to give some of it back. */
    @JsonProperty("return requested")
    RETURN_REQUESTED;

    /**
     * Whether the order is not yet packed, so that address and payment can change.
     *
     * @return whether it is
     */
    public boolean isPending() {
        return this == PENDING || this == PENDING_ITEM_MODIFIED;
    }
}
