package dev.escapement.processor.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The model of a type, with the definitions of all types that are reachable from it.
 *
 * @param definitions the named types, in the order in which they were found
 * @param codecs the generated classes of types with their own codec, including the type from which the model was read
 * @param warnings the warnings that code causes by its use of the types
 * @param restrictions the annotations that restrict values, in the order in which they were found
 * @param written the other texts of annotations on which generated code depends
 * @param names the types whose JSON names depend on a naming
 */
public record TypeModel(
        Map<TypeShape.Named, Definition> definitions,
        Map<TypeShape.Named, JavaType> codecs,
        SourceWarnings warnings,
        List<Restriction> restrictions,
        Map<TextOwner, String> written,
        NamingUses names) {
    public TypeModel {
        restrictions = List.copyOf(restrictions);
        written = Map.copyOf(written);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    }

    /** Creates a model without warnings and annotations. */
    public TypeModel(Map<TypeShape.Named, Definition> definitions, Map<TypeShape.Named, JavaType> codecs) {
        this(definitions, codecs, SourceWarnings.NONE, List.of(), Map.of(), NamingUses.NONE);
    }

    /** Returns the definition of a named type. */
    public Definition definition(TypeShape.Named named) {
        return Objects.requireNonNull(definitions.get(named), () -> "no definition of " + named);
    }

    /** Returns the shapes that private methods of one generated class handle. Codecs handle all others. */
    public Set<TypeShape> handled(Stream<TypeShape> roots) {
        Set<TypeShape> handled = new LinkedHashSet<>();
        Deque<TypeShape> waiting = new ArrayDeque<>();
        roots.forEach(waiting::add);
        for (TypeShape next = waiting.poll(); next != null; next = waiting.poll()) {
            boolean hasCodec = next instanceof TypeShape.Named && codecs.containsKey(next);
            if (!hasCodec && handled.add(next)) {
                next.parts().forEach(waiting::add);
                if (next instanceof TypeShape.MapOf map) {
                    waiting.add(map.key());
                } else if (next instanceof TypeShape.Named named) {
                    definition(named).components().forEach(waiting::add);
                }
            }
        }
        return handled;
    }

    /** Returns the shapes that the generated class of a type handles, beginning with the type. */
    public Set<TypeShape> handledBy(TypeShape.Named root) {
        Set<TypeShape> handled = new LinkedHashSet<>(Set.of(root));
        handled.addAll(handled(definition(root).components()));
        return handled;
    }

    /** Returns the fingerprint of the form of a type with its own generated class. */
    public String fingerprint(TypeShape.Named named) {
        return ShapeForm.fingerprint(this, named);
    }

    /** Returns whether a type with its own generated class contains itself through another such type. */
    public boolean isMutual(TypeShape.Named named) {
        return ShapeForm.isMutual(this, named);
    }

    /** Returns the texts of the annotations of an owner, empty if it has none. */
    String written(TextOwner owner) {
        return written.getOrDefault(owner, "");
    }

    /** Returns whether a set can contain elements that differ in Java but are equal as defined by JSON Schema. */
    public boolean mayRepeat(TypeShape.ListOf list) {
        return list.container() == TypeShape.Container.SET && !isComparable(list.element());
    }

    /**
     * Returns whether values of a shape that differ in Java also differ as defined by JSON Schema. This is false for
     * fractions, because 1.0 and 1.00 are two decimal numbers and -0.0 and 0.0 are two floating-point numbers; for
     * arrays, which are compared by identity; and for records, which can define their own equality.
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
