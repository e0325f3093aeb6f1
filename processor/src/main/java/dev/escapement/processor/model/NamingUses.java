package dev.escapement.processor.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types whose JSON names depend on a naming.
 *
 * @param converted the types with a member whose JSON name depends on the naming
 * @param inherited the types with their own codec whose annotation does not state a naming, with the simple names of
 *     the annotations
 */
public record NamingUses(Set<TypeShape.Named> converted, Map<TypeShape.Named, String> inherited) {
    public NamingUses {
        converted = Set.copyOf(converted);
        inherited = Map.copyOf(inherited);
    }

    /** The value without types. */
    public static final NamingUses NONE = new NamingUses(Set.of(), Map.of());

    /** Returns whether the JSON name of a member of a type depends on the naming. */
    public boolean isConverted(TypeShape.Named type) {
        return converted.contains(type);
    }

    /** Returns the annotation of a type with its own codec, empty if the annotation states a naming. */
    public Optional<String> inheritedBy(TypeShape.Named type) {
        return Optional.ofNullable(inherited.get(type));
    }
}
