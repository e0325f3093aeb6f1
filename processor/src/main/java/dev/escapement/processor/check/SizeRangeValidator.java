package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;

/** There is a size that a string, list or map may have. */
final class SizeRangeValidator implements RestrictionRule {

    @Override
    public void check(Restriction restriction, Problems problems) {
        int min = 0;
        int max = Integer.MAX_VALUE;
        String before = "";
        for (Restriction.Rule rule : restriction.rules()) {
            if (!rule.constraint().appliesTo(restriction.value())) {
                return;
            }
            if (rule.constraint() instanceof Constraint.Length length) {
                min = Math.max(min, length.min());
                max = Math.min(max, length.max());
            } else if (rule.constraint() instanceof Constraint.Count count) {
                min = Math.max(min, count.min());
                max = Math.min(max, count.max());
            } else if (rule.constraint().equals(Constraint.Matches.NOT_BLANK)
                    || rule.constraint().equals(Constraint.Matches.EMAIL)) {
                min = Math.max(min, 1);
            }
            if (min > max) {
                problems.add(
                        ProblemKind.CONTRADICTION,
                        rule.source(),
                        "@" + rule.annotation() + before,
                        "at least " + min + " and at most " + max + " long");
                return;
            }
            before = " with what stands before it";
        }
    }
}
