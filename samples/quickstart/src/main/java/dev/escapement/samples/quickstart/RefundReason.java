package dev.escapement.samples.quickstart;

/** A reason for a refund. */
public enum RefundReason {
    DAMAGED,
    LATE,
    WRONG_ITEM,
    CHANGED_MIND
}
