package dev.escapement.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The required and optional properties of a JSON object. Immutable; generated code has one for each record. */
public final class PropertySet {

    private final List<String> names;
    private final int required;
    private final Map<String, Integer> indexes = new HashMap<>();

    private PropertySet(List<String> names, int required) {
        this.names = names;
        this.required = required;
        for (String name : names) {
            if (indexes.put(name, indexes.size()) != null) {
                throw new IllegalArgumentException("two properties named " + name);
            }
        }
    }

    /**
     * Returns a set of required properties.
     *
     * @param names their names
     * @return the set
     */
    public static PropertySet required(String... names) {
        return new PropertySet(List.of(names), names.length);
    }

    /**
     * Returns a copy of this set with additional optional properties.
     *
     * @param more their names
     * @return a new set
     */
    public PropertySet optional(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new PropertySet(List.copyOf(all), required);
    }

    /** Returns the names of all properties, with the required properties first. */
    List<String> names() {
        return names;
    }

    /** Returns the number of required properties, which have the lowest indexes. */
    int requiredCount() {
        return required;
    }

    /**
     * Returns the index of a property name, or -1 if the set does not contain the name.
     *
     * @param expected the most probable index, which is compared first
     */
    int indexOf(String name, int expected) {
        if (expected < names.size() && names.get(expected).equals(name)) {
            return expected;
        }
        return Objects.requireNonNullElse(indexes.get(name), -1);
    }
}
