package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Restriction;

/**
 * A validator that rejects annotations that require a value other than null, such as {@code @NotNull}, on optional or
 * nullable values.
 */
final class RequiredValueValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        Restriction.Required required = restriction.required();
        if (required != null && !restriction.absent().isEmpty()) {
            problems.add(
                    ProblemKind.REQUIRED_AND_OPTIONAL, required.source(), required.annotation(), restriction.absent());
        }
    }
}
