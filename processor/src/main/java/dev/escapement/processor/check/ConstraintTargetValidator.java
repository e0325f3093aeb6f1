package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;

/** Requires that a constraint applies to the type of the value that has it. */
final class ConstraintTargetValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
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
        return switch (rule.constraint().kind()) {
            case MATCHES -> "strings";
            case LENGTH, COUNT -> "strings, lists, sets, arrays and maps";
            case IS -> "booleans";
            case RELATIVE -> "dates and times of java.time";
            case MINIMUM, MAXIMUM, DIGITS -> "numbers";
        };
    }
}
