package dev.escapement.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that is reachable from a type.
 *
 * @param definitions the named types, in the order in which they were met
 * @param codecs the generated classes of those that have an annotation, and so a codec, of their own
 * @param deprecated whether any of it is deprecated, so that code that uses it would be warned about
 */
public record TypeModel(
        Map<TypeShape.Named, Definition> definitions, Map<TypeShape.Named, JavaType> codecs, boolean deprecated) {
    public TypeModel {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        codecs = Collections.unmodifiableMap(new LinkedHashMap<>(codecs));
    }

    /** The definition of a named type. */
    public Definition definition(TypeShape.Named named) {
        return Objects.requireNonNull(definitions.get(named), () -> "no definition of " + named);
    }
}
