package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values that may be null, as different annotations say it. */
@SuppressWarnings("ESC040")
public interface Nulls {

    /** By jspecify. */
    @Tool
    @SuppressWarnings("ESC040")
    record Scalars(
            @org.jspecify.annotations.Nullable String text,
            @org.jspecify.annotations.Nullable Boolean flag,
            @org.jspecify.annotations.Nullable Integer count,
            @org.jspecify.annotations.Nullable Long total,
            @org.jspecify.annotations.Nullable Double ratio,
            @org.jspecify.annotations.Nullable BigDecimal price,
            boolean last) {}

    /** By jspecify, elements of collections included. */
    @Tool
    @SuppressWarnings("ESC040")
    record Collections(
            @org.jspecify.annotations.Nullable List<String> texts,
            List<@org.jspecify.annotations.Nullable Integer> counts,
            @org.jspecify.annotations.Nullable Map<String, @org.jspecify.annotations.Nullable String> notes,
            Map<String, @org.jspecify.annotations.Nullable List<@org.jspecify.annotations.Nullable Double>> series,
            List<Enums.@org.jspecify.annotations.Nullable Colour> colours) {}

    /** By annotations of one's own. */
    @Tool
    @SuppressWarnings("ESC040")
    record Foreign(
            @OnComponents.Nullable String onComponent,
            @OnFields.Nullable String onField,
            @OnTypes.Nullable String onType,
            Enums.@OnTypes.Nullable Colour colour,
            List<@OnTypes.Nullable String> elements) {}

    /** An annotation of components. */
    interface OnComponents {
        /** May be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.RECORD_COMPONENT)
        @interface Nullable {}
    }

    /** An annotation that is older than records and so reaches their fields, parameters and accessors only. */
    interface OnFields {
        /** May be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
        @interface Nullable {}
    }

    /** An annotation of types. */
    interface OnTypes {
        /** May be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }
}
