package dev.escapement.codegen;

import dev.escapement.internal.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A nesting level of a {@link JsonReader}, with its path segment and the properties read so far. Frames form a chain
 * and are reused, so that reading a long list allocates one frame.
 */
final class Frame extends NestingLevel<Frame> {

    private static final PropertySet ANY = PropertySet.required();

    private final int depth;
    private @Nullable Frame child;

    private PropertySet properties = ANY;

    /** The properties among the first 64 that have been read, as a bit set. */
    private long seen;

    /** The properties after the first 64 that have been read, as a bit set; unused if there are at most 64. */
    private long[] others = {};

    private Set<String> entries = Set.of();
    private Set<String> elementForms = Set.of();
    private List<String> ignored = List.of();
    private String name = "";

    /** The index of the current element or of the last known property, or -1 before the first. */
    private int index = -1;

    private boolean named;
    private int violationsBefore;
    private int violationsBeforeElement;
    private boolean array;
    private boolean single;
    private boolean faulty;

    Frame(@Nullable Frame parent) {
        super(parent);
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** Returns the number of objects and arrays that enclose a value in this frame. */
    int depth() {
        return depth;
    }

    /** Returns the nested frame after resetting it for an object with known property names. */
    Frame object(PropertySet expected, int violations) {
        Frame inner = inner(violations);
        inner.properties = expected;
        inner.seen = 0;
        inner.ignored = List.of();
        int size = expected.size();
        if (size > Long.SIZE) {
            inner.others = new long[size / Long.SIZE];
        }
        return inner;
    }

    /** Returns the nested frame after resetting it for an object with arbitrary property names. */
    Frame map(int violations) {
        Frame inner = inner(violations);
        inner.entries = new HashSet<>();
        return inner;
    }

    /** Returns the nested frame after resetting it for an array. */
    Frame array(int violations, boolean onlyElement) {
        Frame inner = inner(violations);
        inner.elementForms = Set.of();
        inner.array = true;
        inner.single = onlyElement;
        return inner;
    }

    /** Returns whether a single value appears in place of the array. */
    boolean isSingle() {
        return single;
    }

    /** Returns whether this is the frame of an array or of a single value in its place. */
    boolean isArray() {
        return array;
    }

    boolean isBeforeFirst() {
        return index < 0;
    }

    private Frame inner(int violations) {
        Frame inner = child;
        if (inner == null) {
            inner = new Frame(this);
            child = inner;
        }
        inner.array = false;
        inner.single = false;
        inner.named = false;
        inner.index = -1;
        inner.violationsBefore = violations;
        return inner;
    }

    Frame outer() {
        if (parent == null) {
            throw new IllegalStateException("the end of an object or array without its beginning");
        }
        return parent;
    }

    PropertySet properties() {
        return properties;
    }

    int violationsBefore() {
        return violationsBefore;
    }

    String name() {
        return name;
    }

    void moveTo(String property) {
        name = property;
        named = true;
        faulty = false;
    }

    /** Moves past the last property, so that the path again identifies the object. */
    void moveToEnd() {
        named = false;
    }

    void moveToNextElement(int violations) {
        index++;
        violationsBeforeElement = violations;
        faulty = false;
    }

    /** Records that the current value itself, not only its content, has a violation. */
    void markFaulty() {
        faulty = true;
    }

    boolean isFaulty() {
        return faulty;
    }

    /** Returns the number of array elements visited so far. */
    int elementCount() {
        return index + 1;
    }

    /** Returns the number of map entries visited so far. */
    int entryCount() {
        return entries.size();
    }

    /** Returns the canonical forms that are used to detect equal elements of a set. */
    Set<String> elementForms() {
        if (elementForms.isEmpty()) {
            elementForms = new HashSet<>();
        }
        return elementForms;
    }

    int violationsBeforeElement() {
        return violationsBeforeElement;
    }

    /** Returns the index of the current property, or -1 if the property is unknown. */
    int findProperty() {
        int found = properties.indexOf(name, index + 1); // most models follow the order of the schema
        if (found >= 0) {
            index = found;
            name = properties.name(found); // the instance in the generated code, which is compared faster
        }
        return found;
    }

    /** Returns whether all required properties have been read; may return false for more than 64. */
    boolean hasRequiredProperties() {
        long required = properties.requiredBits();
        return (seen & required) == required && properties.requiredCount() <= Long.SIZE;
    }

    /** Records an occurrence of a property, and returns whether it is the first. */
    boolean markProperty(int property) {
        boolean first = !hasProperty(property);
        if (property < Long.SIZE) {
            seen |= 1L << property;
        } else {
            others[property / Long.SIZE - 1] |= 1L << property;
        }
        return first;
    }

    /** Records that the current property is unknown and ignored. */
    void ignore() {
        if (ignored.isEmpty()) {
            ignored = new ArrayList<>();
        }
        ignored.add(name);
    }

    /** Returns the names of the recorded unknown properties. */
    List<String> ignored() {
        return ignored;
    }

    boolean hasProperty(int property) {
        long bits = property < Long.SIZE ? seen : others[property / Long.SIZE - 1];
        return (bits & 1L << property) != 0;
    }

    /** Records an occurrence of the current map key, and returns whether it is the first. */
    boolean markEntry() {
        return entries.add(name);
    }

    @Override
    void appendSegment(StringBuilder path) {
        if (named) {
            path.append(JsonPath.segment(name));
        } else if (array && index >= 0) {
            path.append('[').append(index).append(']');
        }
    }
}
