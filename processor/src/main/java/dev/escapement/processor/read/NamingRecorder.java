package dev.escapement.processor.read;

import dev.escapement.processor.model.NamingUses;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A recorder of the types whose JSON names depend on a naming. */
final class NamingRecorder {

    private final Set<TypeShape.Named> converted = new HashSet<>();
    private final Map<TypeShape.Named, String> inherited = new HashMap<>();

    /** Adds a type with a member whose JSON name depends on the naming. */
    void addConverted(TypeShape.Named type) {
        converted.add(type);
    }

    /**
     * Adds a type with its own codec whose annotation does not state a naming.
     *
     * @param annotation the simple name of the annotation
     */
    void addInherited(TypeShape.Named type, String annotation) {
        inherited.put(type, annotation);
    }

    /** Returns whether a type with a member whose JSON name depends on the naming was added. */
    boolean isConverted(TypeShape.Named type) {
        return converted.contains(type);
    }

    /** Returns the types added so far. */
    NamingUses uses() {
        return new NamingUses(converted, inherited);
    }
}
