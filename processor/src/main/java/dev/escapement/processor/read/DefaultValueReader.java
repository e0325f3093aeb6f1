package dev.escapement.processor.read;

import dev.escapement.processor.json.JsonValue;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads defaults: the text itself for strings, enums and dates, JSON for all else. What the runtime would not accept as a
 * value of the type is refused.
 */
final class DefaultValueReader {

    private static final int MAX_EXPONENT = 1_000;

    /** Values that are mutable, or that one expression of Java cannot make without a chance of failure. */
    private static final Set<TextForm> WITHOUT_DEFAULT =
            EnumSet.of(TextForm.BYTES, TextForm.URL, TextForm.ZONED_DATE_TIME);

    private final Function<TypeShape.Named, @Nullable Definition> definitions;

    /**
     * A reader of defaults.
     *
     * @param definitions what is known of named types
     */
    DefaultValueReader(Function<TypeShape.Named, @Nullable Definition> definitions) {
        this.definitions = definitions;
    }

    /** Why a text cannot be a default. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean ofType;

        private Unfit(String words, boolean ofType) {
            super(words, null, false, false);
            this.ofType = ofType;
        }

        /** Whether no text could be: the words name the type; else they say what it would have to be. */
        boolean isOfType() {
            return ofType;
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** The value that a text stands for. */
    JsonValue read(String text, TypeShape shape) throws Unfit {
        TypeShape bare = shape.bare();
        JsonValue value;
        if (bare == Scalar.STRING || bare == Scalar.CHAR || bare instanceof TypeShape.TextOf || isEnum(bare)) {
            value = new JsonValue.Text(text);
        } else {
            try {
                value = JsonValue.parse(text);
            } catch (IllegalArgumentException noJson) {
                value = new JsonValue.Null(); // which is never right
            }
        }
        check(value, shape);
        return value;
    }

    private boolean isEnum(TypeShape shape) {
        return shape instanceof TypeShape.Named named
                && definitions.apply(named) instanceof Definition.EnumShape constants
                && !constants.constants().isEmpty(); // one without has been refused already
    }

    private void check(JsonValue value, TypeShape shape) throws Unfit {
        if (shape.bare() instanceof Scalar scalar) {
            scalar(value, scalar);
        } else if (shape.bare() instanceof TypeShape.TextOf text) {
            text(value, text.form());
        } else if (shape.bare() instanceof TypeShape.ListOf list) {
            list(value, list);
        } else if (shape.bare() instanceof TypeShape.MapOf) {
            require(
                    value instanceof JsonValue.Members object
                            && object.properties().isEmpty(),
                    "{}, an empty map");
        } else if (isEnum(shape.bare())) {
            constant(value, (TypeShape.Named) shape.bare());
        } else {
            throw new Unfit(
                    shape.bare() instanceof TypeShape.Named named
                            ? "the type " + named.type().simpleName()
                            : "its type",
                    true);
        }
        for (Constraint constraint : shape.constraints()) {
            if (constraint instanceof Constraint.Relative) {
                throw new Unfit("a time that must be past or future when it is read", true);
            }
            boolean obeys = DefaultValueRules.obeys(value, constraint)
                    && DefaultValueRules.obeys(rounded(value, shape.bare()), constraint);
            require(obeys, DefaultValueRules.words(constraint));
        }
    }

    private static void scalar(JsonValue value, Scalar scalar) throws Unfit {
        switch (scalar) {
            case STRING -> require(value instanceof JsonValue.Text, "a string");
            case CHAR ->
                require(value instanceof JsonValue.Text text && text.text().length() == 1, "one character");
            case BOOLEAN -> require(value instanceof JsonValue.Bool, "true or false");
            case BYTE -> integer(value, Byte.SIZE);
            case SHORT -> integer(value, Short.SIZE);
            case INT -> integer(value, Integer.SIZE);
            case LONG -> integer(value, Long.SIZE);
            case BIG_INTEGER -> integer(value, MAX_EXPONENT);
            case FLOAT ->
                require(
                        value instanceof JsonValue.Numeral n
                                && isKept(n.number(), n.number().floatValue()),
                        "a float");
            case DOUBLE ->
                require(
                        value instanceof JsonValue.Numeral n
                                && isKept(n.number(), n.number().doubleValue()),
                        "a double");
            case DECIMAL -> require(value instanceof JsonValue.Numeral, "a decimal number");
            case JSON -> throw new Unfit("JSON of any kind", true);
        }
    }

    /** Whether rounding makes a number neither zero nor infinite. */
    private static boolean isKept(BigDecimal number, double rounded) {
        return Double.isFinite(rounded) && (rounded != 0 || number.signum() == 0);
    }

    /** What is left of a number in its Java type, as it will be written. */
    private static JsonValue rounded(JsonValue value, TypeShape type) {
        if (!(value instanceof JsonValue.Numeral numeral)) {
            return value;
        } else if (type == Scalar.FLOAT) {
            return new JsonValue.Numeral(
                    new BigDecimal(Float.toString(numeral.number().floatValue())));
        }
        return type == Scalar.DOUBLE
                ? new JsonValue.Numeral(BigDecimal.valueOf(numeral.number().doubleValue()))
                : value;
    }

    private static void integer(JsonValue value, int bits) throws Unfit {
        boolean fits = value instanceof JsonValue.Numeral number
                && isWhole(number.number())
                && number.number().toBigInteger().bitLength() < bits;
        require(fits, bits == MAX_EXPONENT ? "an integer" : "an integer of " + bits + " bits");
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static void text(JsonValue value, TextForm form) throws Unfit {
        if (WITHOUT_DEFAULT.contains(form)) {
            String type = form.javaName();
            throw new Unfit("the type " + type.substring(type.lastIndexOf('.') + 1), true);
        }
        require(
                value instanceof JsonValue.Text text
                        && (form.pattern().isEmpty() || PortablePatterns.find(form.pattern(), text.text()))
                        && isKnown(text.text(), form),
                form.words());
    }

    private static boolean isKnown(String text, TextForm form) {
        try {
            return switch (form) {
                case CURRENCY -> !Currency.getInstance(text).getCurrencyCode().isEmpty();
                case ZONE_ID -> !ZoneId.of(text).getId().isEmpty();
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return false;
        }
    }

    private void list(JsonValue value, TypeShape.ListOf list) throws Unfit {
        boolean generic = list.element().bare() instanceof TypeShape.ListOf
                || list.element().bare() instanceof TypeShape.MapOf
                || (list.element().bare() instanceof TypeShape.Named named
                        && !named.arguments().isEmpty());
        if (generic && list.container() == TypeShape.Container.ARRAY) {
            throw new Unfit("an array of such elements", true);
        }
        if (!(value instanceof JsonValue.Array elements)) {
            throw new Unfit("a JSON array like []", false);
        }
        for (JsonValue item : elements.elements()) {
            check(item, list.element());
        }
        boolean distinct = elements.elements().stream()
                        .map(item -> inJava(item, list.element().bare()))
                        .distinct()
                        .count()
                == elements.elements().size();
        require(list.container() != TypeShape.Container.SET || distinct, "an array with each element once");
    }

    /** What is equal for elements of a set of which the runtime would refuse one. */
    private static Object inJava(JsonValue value, TypeShape type) {
        if (value instanceof JsonValue.Array array && type instanceof TypeShape.ListOf list) {
            Stream<Object> elements = array.elements().stream()
                    .map(item -> inJava(item, list.element().bare()));
            return list.container() == TypeShape.Container.SET
                    ? elements.collect(Collectors.toSet())
                    : elements.toList();
        } else if (rounded(value, type) instanceof JsonValue.Numeral numeral) {
            return numeral.number().stripTrailingZeros();
        } else if (value instanceof JsonValue.Text text && type instanceof TypeShape.TextOf form) {
            return inJava(text.text(), form.form());
        }
        return value;
    }

    /** Of the forms in which one value has several texts. */
    private static Object inJava(String text, TextForm form) {
        return switch (form) {
            case UUID -> UUID.fromString(text);
            case URI -> URI.create(text);
            case LOCALE -> Locale.forLanguageTag(text);
            case INSTANT -> OffsetDateTime.parse(text).toInstant();
            case LOCAL_TIME -> LocalTime.parse(text);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
            case OFFSET_TIME -> OffsetTime.parse(text);
            case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
            case DURATION -> Duration.parse(text);
            case PERIOD -> Period.parse(text);
            case ZONE_ID -> ZoneId.of(text);
            case ZONE_OFFSET -> ZoneOffset.of(text);
            default -> text;
        };
    }

    private void constant(JsonValue value, TypeShape.Named named) throws Unfit {
        List<String> names = definitions.apply(named) instanceof Definition.EnumShape constants
                ? constants.constants().stream()
                        .map(Definition.Constant::jsonName)
                        .toList()
                : List.of();
        require(
                value instanceof JsonValue.Text text && names.contains(text.text()),
                names.stream().limit(10).collect(Collectors.joining(", ", "one of ", "")));
    }

    private static void require(boolean right, String expected) throws Unfit {
        if (!right) {
            throw new Unfit(expected, false);
        }
    }
}
