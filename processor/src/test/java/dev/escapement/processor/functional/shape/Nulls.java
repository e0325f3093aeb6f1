package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Nullable values, declared with different annotations. */
@SuppressWarnings("ESC040")
public interface Nulls {

    /** Nullable values, declared with the annotation of jspecify. */
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

    /** Nullable collections and elements, declared with the annotation of jspecify. */
    @Tool
    @SuppressWarnings("ESC040")
    record Collections(
            @org.jspecify.annotations.Nullable List<String> texts,
            List<@org.jspecify.annotations.Nullable Integer> counts,
            @org.jspecify.annotations.Nullable Map<String, @org.jspecify.annotations.Nullable String> notes,
            Map<String, @org.jspecify.annotations.Nullable List<@org.jspecify.annotations.Nullable Double>> series,
            List<Enums.@org.jspecify.annotations.Nullable Colour> colours) {}

    /** Nullable values, declared with other annotations. */
    @Tool
    @SuppressWarnings("ESC040")
    record Foreign(
            @OnComponents.Nullable String onComponent,
            @OnFields.Nullable String onField,
            @OnTypes.Nullable String onType,
            Enums.@OnTypes.Nullable Colour colour,
            List<@OnTypes.Nullable String> elements) {}

    /** A scope of an annotation for record components. */
    interface OnComponents {
        /** Marks a value that may be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.RECORD_COMPONENT)
        @interface Nullable {}
    }

    /** A scope of an annotation older than records, which applies only to their fields, parameters and accessors. */
    interface OnFields {
        /** Marks a value that may be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
        @interface Nullable {}
    }

    /** A scope of an annotation for type uses. */
    interface OnTypes {
        /** Marks a value that may be null. */
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }
}
