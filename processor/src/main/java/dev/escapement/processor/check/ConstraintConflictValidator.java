package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;
import java.util.List;

/** A boolean is not both true and false, and a time not both past and future. */
final class ConstraintConflictValidator implements RestrictionRule {

    @Override
    public void check(Restriction restriction, Problems problems) {
        List<Restriction.Rule> rules = restriction.rules();
        for (int i = 1; i < rules.size(); i++) {
            Restriction.Rule rule = rules.get(i);
            for (Restriction.Rule before : rules.subList(0, i)) {
                if (excludes(before.constraint(), rule.constraint())) {
                    problems.add(
                            ProblemKind.CONTRADICTION,
                            rule.source(),
                            "@" + rule.annotation() + " with @" + before.annotation(),
                            "both at once");
                    return;
                }
            }
        }
    }

    private static boolean excludes(Constraint a, Constraint b) {
        if (a instanceof Constraint.Is x && b instanceof Constraint.Is y) {
            return x.value() != y.value();
        }
        return a instanceof Constraint.Relative x
                && b instanceof Constraint.Relative y
                && x.past() != y.past()
                && !(x.orPresent() && y.orPresent()); // the present is both
    }
}
