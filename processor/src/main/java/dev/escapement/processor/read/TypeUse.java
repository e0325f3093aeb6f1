package dev.escapement.processor.read;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * An annotation on the use of a type.
 *
 * @param path the position in the declared type, empty for the declared type itself
 * @param annotation the annotation
 */
record TypeUse(List<Integer> path, AnnotationMirror annotation) {

    /** Returns the annotations on a type, its type arguments, its bounds and its elements. */
    static List<TypeUse> of(TypeMirror type) {
        return uses(List.of(), type).toList();
    }

    private static Stream<TypeUse> uses(List<Integer> path, TypeMirror type) {
        Stream<TypeUse> own = type.getAnnotationMirrors().stream().map(mirror -> new TypeUse(path, mirror));
        List<? extends TypeMirror> parts = parts(type);
        return Stream.concat(
                own,
                IntStream.range(0, parts.size())
                        .boxed()
                        .flatMap(i ->
                                uses(Stream.concat(path.stream(), Stream.of(i)).toList(), parts.get(i))));
    }

    /** Returns the type arguments, the elements or the bounds of a type. */
    static List<? extends TypeMirror> parts(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments();
        } else if (type instanceof ArrayType array) {
            return List.of(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(bound -> bound != null)
                    .toList();
        }
        return List.of();
    }

    /** Returns whether the annotation is on the declared type itself, not within it. */
    boolean isOnWholeType() {
        return path.isEmpty();
    }

    /** Returns whether another annotation is equal and in the same position. */
    boolean isSame(TypeUse other) {
        return path.equals(other.path) && Annotations.isSame(annotation, other.annotation);
    }
}
