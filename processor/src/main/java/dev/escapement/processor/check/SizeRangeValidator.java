package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ConstraintConflict;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;

/** A validator that requires the constraints on a string, list or map to allow at least one size. */
final class SizeRangeValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        SizeRange range = SizeRange.ANY;
        ConstraintConflict conflict = ConstraintConflict.ALONE;
        for (Restriction.Rule rule : restriction.rules()) {
            if (!rule.constraint().appliesTo(restriction.value())) {
                return;
            }
            range = range.within(rule.constraint());
            if (range.isEmpty()) {
                problems.add(
                        ProblemKind.CONTRADICTION,
                        rule.source(),
                        conflict.with(rule.annotation()),
                        Expectation.SIZE.with(range.min(), range.max()));
                return;
            }
            conflict = ConstraintConflict.WITH_SIZES;
        }
    }
}
