package dev.escapement.processor.model;

/**
 * What an annotation says about one thing.
 *
 * @param value what is written, else the default
 * @param source the value where it is written, else the annotation
 * @param <T> the type of the value
 */
public record Setting<T>(T value, SourceRef source) {}
