package dev.escapement.codegen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The required and optional properties of a JSON object. Immutable; generated code has one for each record. */
public final class PropertySet {

    private final String[] names;
    private final int required;
    private final Map<String, Integer> indexes = new HashMap<>();

    private final boolean open;

    private PropertySet(String[] names, int required, boolean open) {
        this.names = names;
        this.required = required;
        this.open = open;
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
        return new PropertySet(names.clone(), names.length, false);
    }

    /**
     * Returns a copy of this set with additional optional properties.
     *
     * @param more their names
     * @return a new set
     */
    public PropertySet optional(String... more) {
        String[] all = Arrays.copyOf(names, names.length + more.length);
        System.arraycopy(more, 0, all, names.length, more.length);
        return new PropertySet(all, required, open);
    }

    /**
     * Returns a copy of this set for an object that may contain other properties, which the reader skips and
     * records as repairs.
     *
     * @return a new set
     */
    public PropertySet open() {
        return new PropertySet(names, required, true);
    }

    /** Returns whether the object may contain other properties. */
    boolean isOpen() {
        return open;
    }

    /** Returns the names of all properties, with the required properties first. */
    List<String> names() {
        return List.of(names);
    }

    /** Returns the name at an index. */
    String name(int index) {
        return names[index];
    }

    /** Returns the number of properties. */
    int size() {
        return names.length;
    }

    /** Returns the number of required properties, which have the lowest indexes. */
    int requiredCount() {
        return required;
    }

    /** Returns the first 64 required properties as bits. */
    long requiredBits() {
        return required >= Long.SIZE ? -1 : (1L << required) - 1;
    }

    /**
     * Returns the index of a property name, or -1 if the set does not contain the name.
     *
     * @param expected the most probable index, which is compared first
     */
    int indexOf(String name, int expected) {
        if (expected < names.length && names[expected].equals(name)) {
            return expected;
        }
        return Objects.requireNonNullElse(indexes.get(name), -1);
    }
}
