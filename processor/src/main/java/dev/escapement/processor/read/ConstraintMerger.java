package dev.escapement.processor.read;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one rule of several that are of a kind: the stronger limit wins. Limits of integers become inclusive integers,
 * because schemas say so more simply.
 */
final class ConstraintMerger {

    private final boolean integer;
    private final List<Constraint> merged = new ArrayList<>();

    private ConstraintMerger(TypeShape shape) {
        this.integer = shape instanceof Scalar scalar && scalar.isInteger();
    }

    /** A shape with those of the rules around it that can be about it; the others are problems of their own. */
    static TypeShape around(TypeShape shape, List<Restriction.Rule> rules) {
        ConstraintMerger constraints = new ConstraintMerger(shape);
        rules.stream()
                .map(Restriction.Rule::constraint)
                .filter(constraint -> constraint.appliesTo(shape))
                .forEach(constraint -> constraints.add(constraints.simplified(constraint)));
        return constraints.merged.isEmpty() ? shape : new TypeShape.Constrained(shape, constraints.merged);
    }

    private void add(Constraint added) {
        for (int i = 0; i < merged.size(); i++) {
            Constraint both = both(merged.get(i), added);
            if (both != null) {
                merged.set(i, both);
                return;
            }
        }
        merged.add(added);
    }

    private Constraint simplified(Constraint constraint) {
        if (integer && constraint instanceof Constraint.Minimum minimum) {
            BigDecimal limit = minimum.limit();
            return new Constraint.Minimum(
                    minimum.exclusive()
                            ? limit.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                            : limit.setScale(0, RoundingMode.CEILING),
                    false);
        }
        if (integer && constraint instanceof Constraint.Maximum maximum) {
            BigDecimal limit = maximum.limit();
            return new Constraint.Maximum(
                    maximum.exclusive()
                            ? limit.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
                            : limit.setScale(0, RoundingMode.FLOOR),
                    false);
        }
        return constraint;
    }

    /** One rule that says what two say; null if there is none. */
    private static @Nullable Constraint both(Constraint a, Constraint b) {
        if (a.equals(b)) {
            return a;
        } else if (a instanceof Constraint.Length x && b instanceof Constraint.Length y) {
            int max = Math.min(x.max(), y.max());
            return new Constraint.Length(Math.max(x.min(), y.min()), max);
        } else if (a instanceof Constraint.Count x && b instanceof Constraint.Count y) {
            int max = Math.min(x.max(), y.max());
            return new Constraint.Count(Math.max(x.min(), y.min()), max);
        } else if (a instanceof Constraint.Minimum x && b instanceof Constraint.Minimum y) {
            int compared = x.limit().compareTo(y.limit());
            return compared > 0 || (compared == 0 && x.exclusive()) ? x : y;
        } else if (a instanceof Constraint.Maximum x && b instanceof Constraint.Maximum y) {
            int compared = x.limit().compareTo(y.limit());
            return compared < 0 || (compared == 0 && x.exclusive()) ? x : y;
        } else if (a instanceof Constraint.Digits x && b instanceof Constraint.Digits y) {
            return new Constraint.Digits(Math.min(x.integer(), y.integer()), Math.min(x.fraction(), y.fraction()));
        } else if (a instanceof Constraint.Relative x && b instanceof Constraint.Relative y && x.past() == y.past()) {
            return new Constraint.Relative(x.past(), x.orPresent() && y.orPresent());
        }
        return null;
    }
}
