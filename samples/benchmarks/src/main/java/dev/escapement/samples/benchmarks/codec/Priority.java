package dev.escapement.samples.benchmarks.codec;

/** The priority of a parcel. */
public enum Priority {
    /** Delivery within a week. */
    STANDARD,
    /** Delivery on the next day. */
    EXPRESS,
    /** Delivery on the same day. */
    COURIER
}
