package dev.escapement.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types whose JSON names depend on a naming, recorded while types are read. */
public final class NamingUses {

    private final Set<TypeShape.Named> converted = new HashSet<>();
    private final Map<TypeShape.Named, String> inherited = new HashMap<>();

    /** Records a type with a member whose JSON name depends on the naming. */
    public void converted(TypeShape.Named type) {
        converted.add(type);
    }

    /**
     * Records a type with its own codec whose annotation does not state a naming.
     *
     * @param annotation the simple name of the annotation
     */
    public void inherited(TypeShape.Named type, String annotation) {
        inherited.put(type, annotation);
    }

    /** Returns whether the JSON name of a member of a type depends on the naming. */
    public boolean isConverted(TypeShape.Named type) {
        return converted.contains(type);
    }

    /** Returns the annotation of a type with its own codec, empty if the annotation states a naming. */
    public Optional<String> inheritedBy(TypeShape.Named type) {
        return Optional.ofNullable(inherited.get(type));
    }
}
