package dev.escapement.cli;

/**
 * A number of threads up to a bound.
 *
 * @param number the number, or the bound
 */
record BoundedCount(int number) {

    /** The number above which threads are not counted. */
    static final int BOUND = 1_000;

    /** Returns whether there may be more threads than the number. */
    boolean isBound() {
        return number >= BOUND;
    }

    /** Returns the number with its unit. */
    String text() {
        return isBound() ? BOUND + "+ threads" : number == 1 ? "1 thread" : number + " threads";
    }
}
