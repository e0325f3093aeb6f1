package dev.escapement.samples.retail.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of an order. */
public enum OrderStatus {

    /** Accepted, not yet packed. */
    @JsonProperty("pending")
    PENDING,

    /** Not yet packed, with items that were changed once and cannot be changed again. */
    @JsonProperty("pending (item modified)")
    PENDING_ITEM_MODIFIED,

    /** Packed or in delivery. */
    @JsonProperty("processed")
    PROCESSED,

    /** Delivered. */
    @JsonProperty("delivered")
    DELIVERED,

    /** Cancelled. */
    @JsonProperty("cancelled")
    CANCELLED,

    /** Delivered, with a request to exchange items. */
    @JsonProperty("exchange requested")
    EXCHANGE_REQUESTED,

    /** Delivered, with a request to return items. */
    @JsonProperty("return requested")
    RETURN_REQUESTED;

    /**
     * Returns whether the order is not yet packed, so that address and payment can change.
     *
     * @return whether it is pending
     */
    public boolean isPending() {
        return this == PENDING || this == PENDING_ITEM_MODIFIED;
    }
}
