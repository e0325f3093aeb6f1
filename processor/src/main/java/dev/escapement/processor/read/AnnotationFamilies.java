package dev.escapement.processor.read;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/**
 * The annotations of other libraries that declare the JSON form, the description or the constraints of a value. Each is
 * honoured or rejected in every position.
 */
final class AnnotationFamilies {

    private static final List<String> PREFIXES = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "jakarta.validation.",
            "javax.validation.",
            "jakarta.json.bind.annotation.",
            "javax.json.bind.annotation.",
            "com.google.gson.annotations.",
            "com.squareup.moshi.",
            "io.avaje.jsonb.Json.",
            "io.swagger.v3.oas.annotations.media.",
            "io.swagger.v3.oas.annotations.Parameter",
            "io.swagger.v3.oas.annotations.Hidden",
            "io.swagger.annotations.ApiModel",
            "io.swagger.annotations.ApiParam");

    /** The annotations that request the default behaviour. Nested values are always decoded and checked. */
    private static final Set<String> REDUNDANT =
            Set.of("jakarta.validation.Valid", "javax.validation.Valid", "com.squareup.moshi.JsonClass");

    private AnnotationFamilies() {}

    /** Returns whether an annotation must be honoured or rejected. */
    static boolean isForeign(AnnotationMirror mirror) {
        return isNamed(mirror) || ComposedAnnotations.isOne(mirror);
    }

    /** Returns whether an annotation is known by its name, unlike the composed annotations of users. */
    static boolean isNamed(AnnotationMirror mirror) {
        String name = Annotations.name(mirror);
        return PREFIXES.stream().anyMatch(name::startsWith) && !REDUNDANT.contains(name);
    }
}
