package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.pattern.PortablePatterns;

/**
 * A validator that requires regular expressions to match in linear time and to have the same meaning for all providers.
 */
final class PortablePatternValidator implements Validator<Restriction> {

    @Override
    public void validate(Restriction restriction, Problems problems) {
        for (Restriction.Rule rule : restriction.rules()) {
            if (rule.constraint() instanceof Constraint.Matches matches) {
                PortablePatterns.refusal(matches.regex())
                        .ifPresent(refusal -> problems.add(
                                ProblemKind.PATTERN_NOT_PORTABLE,
                                rule.source(),
                                matches.regex(),
                                Clause.of(refusal.construct(), refusal.detail()),
                                refusal.index(),
                                PatternRemedies.of(refusal.construct())));
            }
        }
    }
}
