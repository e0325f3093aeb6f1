package dev.escapement.processor.read;

import dev.escapement.internal.text.InternetTimes;
import dev.escapement.internal.tree.JsonValue;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The equality of JSON values after their conversion to the Java type of a shape. */
final class JavaEquality {

    private JavaEquality() {}

    /**
     * Returns a key that is equal for two values if and only if a set of the Java type cannot contain both.
     *
     * @param value a value that is valid for the shape
     * @param bare a shape without constraints
     */
    static Object key(JsonValue value, TypeShape bare) {
        return switch (bare.kind()) {
            case SCALAR ->
                rounded(value, bare) instanceof JsonValue.Numeral numeral
                        ? numeral.number().stripTrailingZeros()
                        : value;
            case TEXT -> key(((JsonValue.Text) value).text(), ((TypeShape.TextOf) bare).form());
            case LIST -> key(((JsonValue.Array) value).elements(), (TypeShape.ListOf) bare);
            case MAP, OPTIONAL, CONSTRAINED, NULLABLE, NAMED -> value;
        };
    }

    /** Rounds a number to the precision of its Java type, and returns any other value unchanged. */
    static JsonValue rounded(JsonValue value, TypeShape type) {
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

    private static Object key(List<JsonValue> values, TypeShape.ListOf list) {
        Stream<Object> elements =
                values.stream().map(item -> key(item, list.element().bare()));
        return list.container() == TypeShape.Container.SET ? elements.collect(Collectors.toSet()) : elements.toList();
    }

    /** Returns a key for a string in a given form. In some forms, several strings denote the same value. */
    private static Object key(String text, TextForm form) {
        return switch (form) {
            case UUID -> UUID.fromString(text);
            case URI -> URI.create(text);
            case LOCALE -> Locale.forLanguageTag(text);
            case INSTANT -> InternetTimes.instant(text);
            case LOCAL_TIME -> LocalTime.parse(text);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
            case OFFSET_TIME -> InternetTimes.offsetTime(text);
            case OFFSET_DATE_TIME -> InternetTimes.offsetDateTime(text);
            case DURATION -> Duration.parse(text);
            case PERIOD -> Period.parse(text);
            case ZONE_ID -> ZoneId.of(text);
            case ZONE_OFFSET -> ZoneOffset.of(text);
            case BYTES, URL, CURRENCY, LOCAL_DATE, ZONED_DATE_TIME, YEAR, YEAR_MONTH, MONTH_DAY -> text;
        };
    }
}
