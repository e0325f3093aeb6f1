package dev.escapement.processor.model;

/**
 * The value of an annotation attribute and its position.
 *
 * @param value what is written, else the default
 * @param source the value where it is written, else the annotation
 * @param <T> the type of the value
 */
public record Setting<T>(T value, SourceRef source) {}
