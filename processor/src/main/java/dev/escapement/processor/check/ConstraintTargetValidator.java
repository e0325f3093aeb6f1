package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ValueKind;
import dev.escapement.processor.model.Restriction;

/** A validator that requires each constraint to apply to the type of the annotated value. */
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

    private static ValueKind about(Restriction.Rule rule) {
        return switch (rule.constraint().kind()) {
            case MATCHES -> ValueKind.STRINGS;
            case LENGTH, COUNT -> ValueKind.SIZED_VALUES;
            case IS -> ValueKind.BOOLEANS;
            case RELATIVE -> ValueKind.TIMES;
            case MINIMUM, MAXIMUM, DIGITS -> ValueKind.NUMBERS;
        };
    }
}
