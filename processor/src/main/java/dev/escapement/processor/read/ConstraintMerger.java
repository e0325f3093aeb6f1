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
 * A merger of constraints that keeps the stricter of two constraints of the same kind. Limits of integers become
 * inclusive integers, which makes schemas simpler.
 */
final class ConstraintMerger {

    private final boolean integer;
    private final List<Constraint> merged = new ArrayList<>();

    private ConstraintMerger(TypeShape shape) {
        this.integer = shape instanceof Scalar scalar && scalar.isInteger();
    }

    /**
     * Returns a shape with those of the given constraints that apply to the shape. Constraints that do not apply are
     * reported separately.
     */
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
        return switch (constraint.kind()) {
            case MINIMUM -> integer ? inclusive((Constraint.Minimum) constraint) : constraint;
            case MAXIMUM -> integer ? inclusive((Constraint.Maximum) constraint) : constraint;
            case LENGTH, COUNT, DIGITS, MATCHES, IS, RELATIVE -> constraint;
        };
    }

    private static Constraint inclusive(Constraint.Minimum minimum) {
        BigDecimal limit = minimum.exclusive()
                ? minimum.limit().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                : minimum.limit().setScale(0, RoundingMode.CEILING);
        return new Constraint.Minimum(limit, false);
    }

    private static Constraint inclusive(Constraint.Maximum maximum) {
        BigDecimal limit = maximum.exclusive()
                ? maximum.limit().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
                : maximum.limit().setScale(0, RoundingMode.FLOOR);
        return new Constraint.Maximum(limit, false);
    }

    /**
     * Returns a single constraint that is equivalent to both given constraints, or null if no such constraint exists.
     */
    private static @Nullable Constraint both(Constraint a, Constraint b) {
        if (a.equals(b)) {
            return a;
        } else if (a.kind() != b.kind()) {
            return null;
        }
        return switch (a.kind()) {
            case LENGTH -> both((Constraint.Length) a, (Constraint.Length) b);
            case COUNT -> both((Constraint.Count) a, (Constraint.Count) b);
            case MINIMUM -> both((Constraint.Minimum) a, (Constraint.Minimum) b);
            case MAXIMUM -> both((Constraint.Maximum) a, (Constraint.Maximum) b);
            case DIGITS -> both((Constraint.Digits) a, (Constraint.Digits) b);
            case RELATIVE -> both((Constraint.Relative) a, (Constraint.Relative) b);
            case MATCHES, IS -> null;
        };
    }

    private static Constraint both(Constraint.Length a, Constraint.Length b) {
        int max = Math.min(a.max(), b.max());
        return new Constraint.Length(Math.max(a.min(), b.min()), max);
    }

    private static Constraint both(Constraint.Count a, Constraint.Count b) {
        int max = Math.min(a.max(), b.max());
        return new Constraint.Count(Math.max(a.min(), b.min()), max);
    }

    private static Constraint both(Constraint.Minimum a, Constraint.Minimum b) {
        int compared = a.limit().compareTo(b.limit());
        return compared > 0 || (compared == 0 && a.exclusive()) ? a : b;
    }

    private static Constraint both(Constraint.Maximum a, Constraint.Maximum b) {
        int compared = a.limit().compareTo(b.limit());
        return compared < 0 || (compared == 0 && a.exclusive()) ? a : b;
    }

    private static Constraint both(Constraint.Digits a, Constraint.Digits b) {
        int fraction = Math.min(a.fraction(), b.fraction());
        return new Constraint.Digits(Math.min(a.integer(), b.integer()), fraction);
    }

    private static @Nullable Constraint both(Constraint.Relative a, Constraint.Relative b) {
        return a.past() == b.past() ? new Constraint.Relative(a.past(), a.orPresent() && b.orPresent()) : null;
    }
}
