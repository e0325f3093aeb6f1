package dev.escapement.processor.read;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.DefaultFault;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reader of default values. They are written as plain text for strings, enums and dates, and as JSON for all other
 * types. A value that the runtime does not accept for the type is invalid.
 */
final class DefaultValueReader {

    private static final int MAX_EXPONENT = 1_000;
    private static final JsonValue EMPTY_OBJECT = new JsonValue.Members(Map.of());

    /**
     * The string forms that do not support defaults, because their values are mutable or their construction can fail.
     */
    private static final Set<TextForm> WITHOUT_DEFAULT =
            EnumSet.of(TextForm.BYTES, TextForm.URL, TextForm.ZONED_DATE_TIME);

    private final Function<TypeShape.Named, @Nullable Definition> definitions;

    /**
     * Creates a reader of default values.
     *
     * @param definitions the definitions of named types
     */
    DefaultValueReader(Function<TypeShape.Named, @Nullable Definition> definitions) {
        this.definitions = definitions;
    }

    /** An exception that reports an invalid default value. */
    static final class InvalidDefaultException extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean ofType;
        private final transient Clause reason;

        private InvalidDefaultException(Clause reason, boolean ofType) {
            super(null, null, false, false);
            this.reason = reason;
            this.ofType = ofType;
        }

        /**
         * Returns whether the default is invalid because its type does not support defaults at all. If so, the reason
         * is a {@link DefaultFault} of the type; otherwise the reason describes a valid default.
         */
        boolean isOfType() {
            return ofType;
        }

        Clause reason() {
            return reason;
        }
    }

    /** Parses the default value of a shape. */
    JsonValue read(String text, TypeShape shape) throws InvalidDefaultException {
        return check(isWrittenAsText(shape.bare()) ? new JsonValue.Text(text) : parse(text), shape);
    }

    private boolean isWrittenAsText(TypeShape bare) {
        return switch (bare.kind()) {
            case SCALAR -> bare == Scalar.STRING || bare == Scalar.CHAR;
            case TEXT -> true;
            case NAMED -> isEnum((TypeShape.Named) bare);
            case LIST, MAP, OPTIONAL, CONSTRAINED, NULLABLE -> false;
        };
    }

    private static JsonValue parse(String text) {
        try {
            return JsonValue.parse(text);
        } catch (IllegalArgumentException notJson) {
            return new JsonValue.Null(); // never valid
        }
    }

    private boolean isEnum(TypeShape.Named named) {
        return definitions.apply(named) instanceof Definition.EnumShape constants
                && !constants.constants().isEmpty(); // an enum without constants has been reported
    }

    /**
     * Returns the given value if it is valid for a shape and satisfies the shape's constraints, and throws an exception
     * otherwise.
     */
    private JsonValue check(JsonValue value, TypeShape shape) throws InvalidDefaultException {
        checkType(value, shape.bare());
        for (Constraint constraint : shape.constraints()) {
            if (constraint instanceof Constraint.Relative) {
                throw new InvalidDefaultException(DefaultFault.RELATIVE_TIME, true);
            }
            boolean obeys = DefaultValueRules.obeys(value, constraint)
                    && DefaultValueRules.obeys(JavaEquality.rounded(value, shape.bare()), constraint);
            require(obeys, value, DefaultValueRules.expectation(constraint));
        }
        return value;
    }

    private JsonValue checkType(JsonValue value, TypeShape bare) throws InvalidDefaultException {
        return switch (bare.kind()) {
            case SCALAR -> scalar(value, (Scalar) bare);
            case TEXT -> text(value, ((TypeShape.TextOf) bare).form());
            case LIST -> list(value, (TypeShape.ListOf) bare);
            case MAP -> require(value.equals(EMPTY_OBJECT), value, Expectation.EMPTY_MAP);
            case NAMED -> constant(value, (TypeShape.Named) bare);
            case OPTIONAL, CONSTRAINED, NULLABLE -> throw new InvalidDefaultException(DefaultFault.UNNAMED_TYPE, true);
        };
    }

    private static JsonValue scalar(JsonValue value, Scalar scalar) throws InvalidDefaultException {
        return switch (scalar) {
            case STRING -> require(value instanceof JsonValue.Text, value, Expectation.STRING);
            case CHAR ->
                require(
                        value instanceof JsonValue.Text text && text.text().length() == 1,
                        value,
                        Expectation.CHARACTER);
            case BOOLEAN -> require(value instanceof JsonValue.Bool, value, Expectation.BOOLEAN);
            case BYTE -> integer(value, Byte.SIZE);
            case SHORT -> integer(value, Short.SIZE);
            case INT -> integer(value, Integer.SIZE);
            case LONG -> integer(value, Long.SIZE);
            case BIG_INTEGER -> integer(value, MAX_EXPONENT);
            case FLOAT ->
                require(
                        value instanceof JsonValue.Numeral n
                                && isKept(n.number(), n.number().floatValue()),
                        value,
                        Expectation.FLOAT);
            case DOUBLE ->
                require(
                        value instanceof JsonValue.Numeral n
                                && isKept(n.number(), n.number().doubleValue()),
                        value,
                        Expectation.DOUBLE);
            case DECIMAL -> require(value instanceof JsonValue.Numeral, value, Expectation.DECIMAL);
            case JSON -> throw new InvalidDefaultException(DefaultFault.ANY_JSON, true);
        };
    }

    /** Returns whether rounding a number keeps it finite and does not turn a nonzero number into zero. */
    private static boolean isKept(BigDecimal number, double rounded) {
        return Double.isFinite(rounded) && (rounded != 0 || number.signum() == 0);
    }

    private static JsonValue integer(JsonValue value, int bits) throws InvalidDefaultException {
        boolean fits = value instanceof JsonValue.Numeral number
                && isWhole(number.number())
                && number.number().toBigInteger().bitLength() < bits;
        return require(
                fits, value, bits == MAX_EXPONENT ? Expectation.INTEGER : Expectation.INTEGER_OF_BITS.with(bits));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static JsonValue text(JsonValue value, TextForm form) throws InvalidDefaultException {
        if (WITHOUT_DEFAULT.contains(form)) {
            String type = form.javaName();
            throw new InvalidDefaultException(DefaultFault.TYPE.with(type.substring(type.lastIndexOf('.') + 1)), true);
        }
        return require(
                value instanceof JsonValue.Text text
                        && (form.pattern().isEmpty() || PortablePatterns.find(form.pattern(), text.text()))
                        && isKnown(text.text(), form),
                value,
                Clause.of(form));
    }

    private static boolean isKnown(String text, TextForm form) {
        try {
            return switch (form) {
                case CURRENCY -> !Currency.getInstance(text).getCurrencyCode().isEmpty();
                case ZONE_ID -> !ZoneId.of(text).getId().isEmpty();
                case BYTES,
                        UUID,
                        URI,
                        URL,
                        LOCALE,
                        INSTANT,
                        LOCAL_DATE,
                        LOCAL_TIME,
                        LOCAL_DATE_TIME,
                        OFFSET_TIME,
                        OFFSET_DATE_TIME,
                        ZONED_DATE_TIME,
                        DURATION,
                        PERIOD,
                        YEAR,
                        YEAR_MONTH,
                        MONTH_DAY,
                        ZONE_OFFSET -> true;
            };
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return false;
        }
    }

    private JsonValue list(JsonValue value, TypeShape.ListOf list) throws InvalidDefaultException {
        if (list.container() == TypeShape.Container.ARRAY
                && isGeneric(list.element().bare())) {
            throw new InvalidDefaultException(DefaultFault.GENERIC_ARRAY, true);
        }
        if (!(value instanceof JsonValue.Array elements)) {
            throw new InvalidDefaultException(Expectation.ARRAY, false);
        }
        for (JsonValue item : elements.elements()) {
            check(item, list.element());
        }
        boolean distinct = elements.elements().stream()
                        .map(item -> JavaEquality.key(item, list.element().bare()))
                        .distinct()
                        .count()
                == elements.elements().size();
        return require(list.container() != TypeShape.Container.SET || distinct, value, Expectation.DISTINCT_ELEMENTS);
    }

    private static boolean isGeneric(TypeShape bare) {
        return switch (bare.kind()) {
            case LIST, MAP -> true;
            case NAMED -> !((TypeShape.Named) bare).arguments().isEmpty();
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> false;
        };
    }

    private JsonValue constant(JsonValue value, TypeShape.Named named) throws InvalidDefaultException {
        if (!isEnum(named)) {
            throw new InvalidDefaultException(
                    DefaultFault.TYPE.with(named.type().simpleName()), true);
        }
        Definition.EnumShape enumeration = (Definition.EnumShape) definitions.apply(named);
        List<String> names = enumeration.constants().stream()
                .map(Definition.Constant::jsonName)
                .toList();
        return require(
                value instanceof JsonValue.Text text && names.contains(text.text()),
                value,
                Expectation.CONSTANT.with(names.stream().limit(10).toList()));
    }

    private static JsonValue require(boolean valid, JsonValue value, Clause expected) throws InvalidDefaultException {
        if (!valid) {
            throw new InvalidDefaultException(expected, false);
        }
        return value;
    }
}
