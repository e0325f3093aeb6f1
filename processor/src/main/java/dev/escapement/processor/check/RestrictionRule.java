package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;

/** Something that must be true of the annotations that restrict a value. */
@FunctionalInterface
interface RestrictionRule {

    /** Adds what is wrong. */
    void check(Restriction restriction, Problems problems);
}
