package dev.escapement.samples.benchmarks.codec;

/** The priority of a parcel. */
public enum Priority {
    /** Within a week. */
    STANDARD,
    /** On the next day. */
    EXPRESS,
    /** On the same day. */
    COURIER
}
