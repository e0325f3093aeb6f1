package dev.escapement.processor.schema;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor that returns a schema with the visited constraint added. Of two limits for the same quantity, the stricter
 * one remains.
 */
final class ConstraintApplier implements Constraint.Visitor<Schema> {

    private final Schema schema;
    private final TypeShape shape;

    private ConstraintApplier(Schema schema, TypeShape shape) {
        this.schema = schema;
        this.shape = shape;
    }

    /**
     * Returns a schema with the given constraints.
     *
     * @param shape the shape of the values
     * @throws IllegalArgumentException if a constraint does not apply to the schema
     */
    static Schema apply(Schema schema, TypeShape shape, List<Constraint> constraints) {
        Schema result = schema;
        for (Constraint constraint : constraints) {
            result = constraint.accept(new ConstraintApplier(result, shape));
        }
        return result;
    }

    @Override
    public Schema length(Constraint.Length length) {
        Schema.Text text = schema(Schema.Text.class, length);
        Schema.Size size = text.length().and(length.min(), length.max());
        return new Schema.Text(text.notes(), text.values(), text.form(), size, text.expressions());
    }

    @Override
    public Schema matches(Constraint.Matches matches) {
        Schema.Text text = schema(Schema.Text.class, matches);
        List<Expression> expressions = new ArrayList<>(text.expressions());
        expressions.add(new Expression(matches));
        return new Schema.Text(text.notes(), text.values(), text.form(), text.length(), expressions);
    }

    @Override
    public Schema count(Constraint.Count count) {
        if (schema instanceof Schema.Array array) {
            Schema.Size size = array.size().and(count.min(), count.max());
            return new Schema.Array(array.notes(), array.items(), size, array.unique());
        }
        Schema.Dictionary map = schema(Schema.Dictionary.class, count);
        Schema.Size size = map.size().and(count.min(), count.max());
        return new Schema.Dictionary(map.notes(), map.keys(), map.values(), size);
    }

    @Override
    public Schema minimum(Constraint.Minimum minimum) {
        return atLeast(schema(Schema.Numeric.class, minimum), new Bound(minimum.limit(), minimum.exclusive(), false));
    }

    @Override
    public Schema maximum(Constraint.Maximum maximum) {
        return atMost(schema(Schema.Numeric.class, maximum), new Bound(maximum.limit(), maximum.exclusive(), false));
    }

    @Override
    public Schema digits(Constraint.Digits digits) {
        Schema.Numeric number = schema(Schema.Numeric.class, digits);
        BigDecimal step = BigDecimal.ONE.movePointLeft(number.integer() ? 0 : digits.fraction());
        BigDecimal limit = BigDecimal.ONE.movePointRight(digits.integer()).subtract(step);
        Schema.Numeric bounded =
                atMost(atLeast(number, new Bound(limit.negate(), false, false)), new Bound(limit, false, false));
        return number.integer() ? bounded : inSteps(bounded, step);
    }

    @Override
    public Schema is(Constraint.Is is) {
        return new Schema.Bool(schema(Schema.Bool.class, is).notes(), is.value());
    }

    @Override
    public Schema relative(Constraint.Relative relative) {
        return ConstraintDescriptions.add(schema, ConstraintDescriptions.relative(relative, shape));
    }

    private <S extends Schema> S schema(Class<S> type, Constraint constraint) {
        if (!type.isInstance(schema)) {
            throw new IllegalArgumentException(constraint + " does not apply to " + schema);
        }
        return type.cast(schema);
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

    /** Returns the equivalent inclusive limit for integers. {@code inwards} is 1 for a minimum, -1 for a maximum. */
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
