package dev.escapement.processor.schema;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds the rules that annotations state to a schema. Of two rules about one thing, the stricter one stays. */
final class ConstraintApplier {

    private ConstraintApplier() {}

    static Schema apply(Schema schema, List<Constraint> constraints) {
        Schema result = schema;
        for (Constraint constraint : constraints) {
            result = apply(result, constraint);
        }
        return result;
    }

    private static Schema apply(Schema schema, Constraint constraint) {
        if (constraint instanceof Constraint.Relative relative) {
            return ConstraintDescriptions.add(schema, ConstraintDescriptions.relative(relative));
        } else if (schema instanceof Schema.Text text) {
            return text(text, constraint);
        } else if (schema instanceof Schema.Numeric number) {
            return number(number, constraint);
        } else if (schema instanceof Schema.Bool bool && constraint instanceof Constraint.Is is) {
            return new Schema.Bool(bool.notes(), is.value());
        } else if (schema instanceof Schema.Array array && constraint instanceof Constraint.Count count) {
            Schema.Size size = array.size().and(count.min(), count.max());
            return new Schema.Array(array.notes(), array.items(), size, array.unique());
        } else if (schema instanceof Schema.Dictionary map && constraint instanceof Constraint.Count count) {
            Schema.Size size = map.size().and(count.min(), count.max());
            return new Schema.Dictionary(map.notes(), map.keys(), map.values(), size);
        }
        throw new IllegalArgumentException("no meaning for " + schema + ": " + constraint);
    }

    private static Schema text(Schema.Text text, Constraint constraint) {
        if (constraint instanceof Constraint.Length length) {
            Schema.Size size = text.length().and(length.min(), length.max());
            return new Schema.Text(text.notes(), text.values(), text.form(), size, text.expressions());
        } else if (constraint instanceof Constraint.Matches matches) {
            List<Expression> expressions = new ArrayList<>(text.expressions());
            expressions.add(new Expression(matches.regex(), matches.words()));
            return new Schema.Text(text.notes(), text.values(), text.form(), text.length(), expressions);
        }
        throw new IllegalArgumentException("no meaning for a string: " + constraint);
    }

    private static Schema.Numeric number(Schema.Numeric number, Constraint constraint) {
        if (constraint instanceof Constraint.Minimum minimum) {
            return atLeast(number, new Bound(minimum.limit(), minimum.exclusive(), false));
        } else if (constraint instanceof Constraint.Maximum maximum) {
            return atMost(number, new Bound(maximum.limit(), maximum.exclusive(), false));
        } else if (constraint instanceof Constraint.Digits digits) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(number.integer() ? 0 : digits.fraction());
            BigDecimal limit = BigDecimal.ONE.movePointRight(digits.integer()).subtract(step);
            Schema.Numeric bounded =
                    atMost(atLeast(number, new Bound(limit.negate(), false, false)), new Bound(limit, false, false));
            return number.integer() ? bounded : inSteps(bounded, step);
        }
        throw new IllegalArgumentException("no meaning for a number: " + constraint);
    }

    private static Schema.Numeric atLeast(Schema.Numeric number, Bound bound) {
        Bound exact = number.integer() ? whole(bound, 1) : bound;
        Bound stricter = stricter(number.minimum(), exact, 1);
        return new Schema.Numeric(number.notes(), number.integer(), stricter, number.maximum(), number.step());
    }

    private static Schema.Numeric atMost(Schema.Numeric number, Bound bound) {
        Bound exact = number.integer() ? whole(bound, -1) : bound;
        Bound stricter = stricter(number.maximum(), exact, -1);
        return new Schema.Numeric(number.notes(), number.integer(), number.minimum(), stricter, number.step());
    }

    private static Schema.Numeric inSteps(Schema.Numeric number, BigDecimal step) {
        BigDecimal coarser = number.step() == null ? step : step.max(number.step());
        return new Schema.Numeric(number.notes(), number.integer(), number.minimum(), number.maximum(), coarser);
    }

    /** The same limit for integers, which need no exclusive ones. {@code inwards} is 1 for a minimum, -1 for a maximum. */
    private static Bound whole(Bound bound, int inwards) {
        BigDecimal rounded = bound.limit().setScale(0, inwards > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        boolean outside = bound.exclusive() && rounded.compareTo(bound.limit()) == 0;
        return new Bound(outside ? rounded.add(BigDecimal.valueOf(inwards)) : rounded, false, bound.ofType());
    }

    private static Bound stricter(@Nullable Bound old, Bound added, int inwards) {
        if (old == null) {
            return added;
        }
        int order = added.limit().compareTo(old.limit()) * inwards;
        return order > 0 || (order == 0 && added.exclusive() && !old.exclusive()) ? added : old;
    }
}
