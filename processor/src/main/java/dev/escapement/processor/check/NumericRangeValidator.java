package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ConstraintConflict;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.TypeShape.Scalar;

/** A validator that requires the constraints on a number to allow at least one value of its Java type. */
final class NumericRangeValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        if (!(restriction.value() instanceof Scalar scalar) || !scalar.isNumber()) {
            return;
        }
        NumberRange range = NumberRange.of(scalar);
        for (Restriction.Rule rule : restriction.rules()) {
            range = range.within(rule.constraint());
            if (range.isEmpty()) {
                problems.add(
                        ProblemKind.CONTRADICTION,
                        rule.source(),
                        ConstraintConflict.WITH_LIMITS.with(rule.annotation()),
                        range.limits());
                return;
            }
        }
    }
}
