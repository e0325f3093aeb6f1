package dev.escapement.processor.check;

import dev.escapement.processor.model.Constraint;

/**
 * The range of sizes that the constraints on a string, list or map allow.
 *
 * @param min the minimum size
 * @param max the maximum size; {@link Integer#MAX_VALUE} for no limit
 */
record SizeRange(int min, int max) {

    /** The range of all sizes. */
    static final SizeRange ANY = new SizeRange(0, Integer.MAX_VALUE);

    /** Returns the part of this range that also satisfies a constraint. */
    SizeRange within(Constraint constraint) {
        return switch (constraint.kind()) {
            case LENGTH -> {
                Constraint.Length length = (Constraint.Length) constraint;
                yield within(length.min(), length.max());
            }
            case COUNT -> {
                Constraint.Count count = (Constraint.Count) constraint;
                yield within(count.min(), count.max());
            }
            case MATCHES -> needsCharacter((Constraint.Matches) constraint) ? within(1, Integer.MAX_VALUE) : this;
            case MINIMUM, MAXIMUM, DIGITS, IS, RELATIVE -> this;
        };
    }

    private SizeRange within(int atLeast, int atMost) {
        int lower = Math.max(min, atLeast);
        int upper = Math.min(max, atMost);
        return new SizeRange(lower, upper);
    }

    private static boolean needsCharacter(Constraint.Matches matches) {
        return matches.equals(Constraint.Matches.NOT_BLANK) || matches.equals(Constraint.Matches.EMAIL);
    }

    /** Returns whether this range is empty. */
    boolean isEmpty() {
        return min > max;
    }
}
