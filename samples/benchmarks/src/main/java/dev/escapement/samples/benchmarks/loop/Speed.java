package dev.escapement.samples.benchmarks.loop;

/** The speed of a delivery. */
public enum Speed {
    /** Within a week. */
    STANDARD,
    /** On the next day. */
    EXPRESS
}
