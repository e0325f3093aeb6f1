package dev.escapement.processor;

import java.util.List;

/**
 * An annotation of another library, as written in a source.
 *
 * @param text the annotation with its values
 * @param name the qualified name of its type
 * @param stub the source of its type, empty if the type is on the class path
 */
record ForeignAnnotation(String text, String name, String stub) {

    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    static final List<ForeignAnnotation> ALL = List.of(
            real(JACKSON + "JsonProperty", "(\"x\")"),
            real(JACKSON + "JsonPropertyDescription", "(\"x\")"),
            real(JACKSON + "JsonClassDescription", "(\"x\")"),
            real(JACKSON + "JsonIgnore", ""),
            real(JACKSON + "JsonAlias", "(\"x\")"),
            real(JACKSON + "JsonFormat", "(pattern = \"x\")"),
            real(JACKSON + "JsonGetter", "(\"x\")"),
            real(JACKSON + "JsonSetter", "(\"x\")"),
            real(JACKSON + "JacksonInject", "(\"x\")"),
            real(JACKSON + "JsonValue", ""),
            real(JACKSON + "JsonCreator", ""),
            real(
                    JACKSON + "JsonTypeInfo",
                    "(use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME, property = \"kind\")"),
            real(JACKSON + "JsonTypeName", "(\"x\")"),
            stub("com.fasterxml.jackson.databind.annotation.JsonSerialize", "METHOD, FIELD, TYPE, PARAMETER", ""),
            stub("com.fasterxml.jackson.databind.annotation.JsonNaming", "TYPE", ""),
            stub("tools.jackson.databind.annotation.JsonDeserialize", "METHOD, FIELD, TYPE, PARAMETER", ""),
            real("jakarta.validation.constraints.Size", "(min = 1)"),
            real("jakarta.validation.constraints.NotBlank", ""),
            real("jakarta.validation.constraints.NotNull", ""),
            real("jakarta.validation.constraints.Null", ""),
            real("jakarta.validation.Valid", ""),
            real("javax.validation.constraints.Size", "(min = 1)"),
            new ForeignAnnotation("@shop.Sku", "shop.Sku", """
                    package shop;
                    @jakarta.validation.Constraint(validatedBy = {})
                    @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE, java.lang.annotation.ElementType.METHOD,
                      java.lang.annotation.ElementType.FIELD, java.lang.annotation.ElementType.PARAMETER,
                      java.lang.annotation.ElementType.CONSTRUCTOR, java.lang.annotation.ElementType.RECORD_COMPONENT})
                    public @interface Sku {}
                    """),
            new ForeignAnnotation("@shop.Code", "shop.Code", """
                    package shop;
                    import java.lang.annotation.*;
                    @jakarta.validation.Constraint(validatedBy = {}) @Target(ElementType.PARAMETER)
                    public @interface Code {}
                    """),
            stub("jakarta.json.bind.annotation.JsonbProperty", "METHOD, FIELD, PARAMETER", "(\"x\")"),
            stub("javax.json.bind.annotation.JsonbTransient", "METHOD, FIELD", ""),
            stub("jakarta.json.bind.annotation.JsonbDateFormat", "FIELD, METHOD, TYPE, PARAMETER, PACKAGE", "(\"x\")"),
            stub("com.google.gson.annotations.SerializedName", "METHOD, FIELD", "(\"x\")"),
            stub("com.google.gson.annotations.Expose", "FIELD", ""),
            stub("com.squareup.moshi.Json", "FIELD", "(\"x\")"),
            new ForeignAnnotation(
                    "@io.swagger.v3.oas.annotations.media.Schema(description = \"x\")",
                    "io.swagger.v3.oas.annotations.media.Schema",
                    """
                    package io.swagger.v3.oas.annotations.media;
                    import java.lang.annotation.*;
                    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
                    public @interface Schema {
                      String description() default "";
                      String example() default "";
                    }
                    """),
            new ForeignAnnotation(
                    "@io.swagger.v3.oas.annotations.media.Schema(example = \"x\")",
                    "io.swagger.v3.oas.annotations.media.Schema",
                    ""),
            stub("io.swagger.v3.oas.annotations.media.ArraySchema", "FIELD, METHOD, PARAMETER, TYPE", ""),
            stub("io.swagger.v3.oas.annotations.Parameter", "PARAMETER, METHOD, FIELD", ""),
            real("dev.escapement.Describe", "(\"x\")"));

    private static ForeignAnnotation real(String name, String values) {
        return new ForeignAnnotation("@" + name + values, name, "");
    }

    private static ForeignAnnotation stub(String name, String targets, String values) {
        int dot = name.lastIndexOf('.');
        String stub = """
                package %s;
                import java.lang.annotation.*;
                import static java.lang.annotation.ElementType.*;
                @Target({%s}) @Retention(RetentionPolicy.RUNTIME)
                public @interface %s { String value() default ""; }
                """.formatted(name.substring(0, dot), targets, name.substring(dot + 1));
        return new ForeignAnnotation("@" + name + values, name, stub);
    }

    /** Returns the annotation without its package. */
    @Override
    public String toString() {
        String prefix =
                name.startsWith("javax.") || name.startsWith("tools.") ? name.substring(0, name.indexOf('.') + 1) : "";
        return prefix
                + name.substring(name.lastIndexOf('.') + 1)
                + text.substring(name.length() + 1).replaceAll("\\(use.*", "");
    }
}
