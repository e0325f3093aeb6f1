package dev.escapement.samples.quickstart;

/** Why money is given back. */
public enum RefundReason {
    DAMAGED,
    LATE,
    WRONG_ITEM,
    CHANGED_MIND
}
