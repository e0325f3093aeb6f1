package dev.escapement.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that is reachable from a type.
 *
 * @param definitions the named types, in the order in which they were met
 * @param codecs the generated classes of those that have an annotation, and so a codec, of their own
 * @param deprecated whether any of it is deprecated, so that code that uses it would be warned about
 * @param restrictions the annotations that restrict values, in the order in which they were met
 */
public record TypeModel(
        Map<TypeShape.Named, Definition> definitions,
        Map<TypeShape.Named, JavaType> codecs,
        boolean deprecated,
        List<Restriction> restrictions) {
    public TypeModel {
        restrictions = List.copyOf(restrictions);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    }

    /** A model without restrictions. */
    public TypeModel(
            Map<TypeShape.Named, Definition> definitions, Map<TypeShape.Named, JavaType> codecs, boolean deprecated) {
        this(definitions, codecs, deprecated, List.of());
    }

    /** The definition of a named type. */
    public Definition definition(TypeShape.Named named) {
        return Objects.requireNonNull(definitions.get(named), () -> "no definition of " + named);
    }

    /** Returns whether a set may hold elements that differ in Java but are equal in JSON Schema. */
    public boolean mayRepeat(TypeShape.ListOf list) {
        return list.container() == TypeShape.Container.SET && !isComparable(list.element());
    }

    /**
     * Returns whether values that differ in Java differ in JSON Schema too. Not so for fractions, because 1.0 and 1.00 are
     * two decimal numbers and -0.0 and 0.0 are two floating-point numbers; for arrays, which are equal to themselves only;
     * and for records, which may define their own equality.
     */
    private boolean isComparable(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR -> isComparable((TypeShape.Scalar) shape);
            case TEXT -> ((TypeShape.TextOf) shape).form() != TextForm.BYTES;
            case LIST -> isComparable(((TypeShape.ListOf) shape).container()) && areComparable(shape.parts());
            case MAP, OPTIONAL, CONSTRAINED, NULLABLE -> areComparable(shape.parts());
            case NAMED -> definition((TypeShape.Named) shape) instanceof Definition.EnumShape;
        };
    }

    private boolean areComparable(Stream<TypeShape> shapes) {
        return shapes.allMatch(this::isComparable);
    }

    private static boolean isComparable(TypeShape.Scalar scalar) {
        return switch (scalar) {
            case STRING, CHAR, BOOLEAN, BYTE, SHORT, INT, LONG, BIG_INTEGER -> true;
            case FLOAT, DOUBLE, DECIMAL, JSON -> false;
        };
    }

    private static boolean isComparable(TypeShape.Container container) {
        return switch (container) {
            case LIST, SET -> true;
            case COLLECTION, ITERABLE, ARRAY, BOXED_ARRAY -> false;
        };
    }
}
