package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of an order. */
public enum OrderStatus {

    /** The order is accepted but not yet packed. */
    @JsonProperty("pending")
    PENDING,

    /** The order is not yet packed, but its items have been changed once and cannot be changed again. */
    @JsonProperty("pending (item modified)")
    PENDING_ITEM_MODIFIED,

    /** The order is packed or in delivery. */
    @JsonProperty("processed")
    PROCESSED,

    /** The order is delivered. */
    @JsonProperty("delivered")
    DELIVERED,

    /** The order is cancelled. */
    @JsonProperty("cancelled")
    CANCELLED,

    /** The order is delivered, and an exchange of items is requested. */
    @JsonProperty("exchange requested")
    EXCHANGE_REQUESTED,

    /** The order is delivered, and a return of items is requested. */
    @JsonProperty("return requested")
    RETURN_REQUESTED;

    /**
     * Returns whether the order is not yet packed, so that its address and payment can change.
     *
     * @return whether it is pending
     */
    public boolean isPending() {
        return this == PENDING || this == PENDING_ITEM_MODIFIED;
    }
}
