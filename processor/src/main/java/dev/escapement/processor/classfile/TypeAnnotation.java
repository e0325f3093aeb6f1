package dev.escapement.processor.classfile;

/**
 * An annotation on a type or on a part of the type.
 *
 * @param path the path to the annotated part, as in the Java Virtual Machine Specification, section 4.7.20.2: {@code [}
 *     for the component of an array, {@code n;} for the type argument with index {@code n}, {@code *} for the bound of
 *     a wildcard, and {@code .} for a nested type; empty for the whole type
 * @param annotation the annotation
 */
public record TypeAnnotation(String path, AnnotationData annotation) {}
