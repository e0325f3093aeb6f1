package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;

/** A constraint stands on a value that has what it is about: a size, digits, a moment. */
final class ConstraintTargetValidator implements RestrictionRule {

    @Override
    public void check(Restriction restriction, Problems problems) {
        for (Restriction.Rule rule : restriction.rules()) {
            if (!rule.constraint().appliesTo(restriction.value())) {
                problems.add(
                        ProblemKind.CONSTRAINT_ON_OTHER_TYPE,
                        rule.source(),
                        rule.annotation(),
                        about(rule),
                        ShapeDescriptions.of(restriction.value()));
            }
        }
    }

    private static String about(Restriction.Rule rule) {
        Constraint constraint = rule.constraint();
        if (constraint instanceof Constraint.Matches) {
            return "strings";
        } else if (constraint instanceof Constraint.Length || constraint instanceof Constraint.Count) {
            return "strings, lists, sets, arrays and maps";
        } else if (constraint instanceof Constraint.Is) {
            return "booleans";
        }
        return constraint instanceof Constraint.Relative ? "dates and times of java.time" : "numbers";
    }
}
