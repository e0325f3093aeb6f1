package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ConstraintConflict;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;
import java.util.List;

/**
 * A validator that rejects constraints that require a boolean to be both true and false, or a time to be both past and
 * future.
 */
final class ConstraintConflictValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        List<Restriction.Rule> rules = restriction.rules();
        for (int i = 1; i < rules.size(); i++) {
            Restriction.Rule rule = rules.get(i);
            for (Restriction.Rule before : rules.subList(0, i)) {
                if (excludes(before.constraint(), rule.constraint())) {
                    problems.add(
                            ProblemKind.CONTRADICTION,
                            rule.source(),
                            ConstraintConflict.WITH.with(rule.annotation(), before.annotation()),
                            Expectation.BOTH_AT_ONCE);
                    return;
                }
            }
        }
    }

    private static boolean excludes(Constraint a, Constraint b) {
        if (a.kind() != b.kind()) {
            return false;
        }
        return switch (a.kind()) {
            case IS -> !a.equals(b);
            case RELATIVE -> excludes((Constraint.Relative) a, (Constraint.Relative) b);
            case LENGTH, COUNT, MINIMUM, MAXIMUM, DIGITS, MATCHES -> false; // checked as ranges, or not decidable
        };
    }

    private static boolean excludes(Constraint.Relative a, Constraint.Relative b) {
        boolean sharePresent = a.orPresent() && b.orPresent();
        return a.past() != b.past() && !sharePresent;
    }
}
