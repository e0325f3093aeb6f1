package dev.escapement.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The properties that a JSON object may have, and which of them it must have. Immutable; generated code holds one for
 * each record.
 */
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
     * A set of properties that must all be there.
     *
     * @param names their names
     * @return the set
     */
    public static PropertySet required(String... names) {
        return new PropertySet(List.of(names), names.length);
    }

    /**
     * This set with properties that may be left out.
     *
     * @param more their names
     * @return a new set
     */
    public PropertySet optional(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new PropertySet(List.copyOf(all), required);
    }

    /** All names, the required ones first. */
    List<String> names() {
        return names;
    }

    /** How many properties, from index 0 on, are required. */
    int requiredCount() {
        return required;
    }

    /** The index of a name, or -1. */
    int indexOf(String name) {
        return Objects.requireNonNullElse(indexes.get(name), -1);
    }
}
