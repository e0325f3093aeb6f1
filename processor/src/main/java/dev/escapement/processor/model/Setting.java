package dev.escapement.processor.model;

/**
 * The value of an annotation element, and its position in the source.
 *
 * @param value the explicit value, or the default
 * @param source the explicit value, or the annotation
 * @param <T> the type of the value
 */
public record Setting<T>(T value, SourceRef source) {}
