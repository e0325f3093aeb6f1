package dev.escapement.samples.benchmarks.loop;

/** The speed of a delivery. */
public enum Speed {
    /** Delivery within a week. */
    STANDARD,
    /** Delivery on the next day. */
    EXPRESS
}
