package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;

/** Requires that the constraints of a string, list or map allow at least one size. */
final class SizeRangeValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        SizeRange range = SizeRange.ANY;
        String before = "";
        for (Restriction.Rule rule : restriction.rules()) {
            if (!rule.constraint().appliesTo(restriction.value())) {
                return;
            }
            range = range.within(rule.constraint());
            if (range.isEmpty()) {
                problems.add(
                        ProblemKind.CONTRADICTION,
                        rule.source(),
                        "@" + rule.annotation() + before,
                        "at least " + range.min() + " and at most " + range.max() + " long");
                return;
            }
            before = " with what stands before it";
        }
    }
}
