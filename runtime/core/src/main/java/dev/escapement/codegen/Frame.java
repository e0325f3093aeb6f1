package dev.escapement.codegen;

import dev.escapement.internal.json.JsonPath;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One level of the nesting at which a {@link JsonReader} stands: the part of the path that it adds, and what was seen.
 * Frames form a chain that is used again and again, so that reading a long list allocates one frame.
 */
final class Frame {

    private static final PropertySet ANY = PropertySet.required();

    private final @Nullable Frame parent;
    private @Nullable Frame child;

    private PropertySet properties = ANY;
    private long[] seen = new long[1];
    private Set<String> entries = Set.of();
    private final Set<String> elementForms = new HashSet<>();
    private String name = "";
    private int index = -1;
    private boolean named;
    private int violationsBefore;
    private int violationsBeforeElement;
    private boolean single;
    private boolean faulty;

    Frame(@Nullable Frame parent) {
        this.parent = parent;
    }

    /** The frame inside this one, made ready for an object with known properties. */
    Frame object(PropertySet expected, int violations) {
        Frame inner = inner(violations);
        inner.properties = expected;
        inner.seen = new long[expected.names().size() / Long.SIZE + 1];
        return inner;
    }

    /** The frame inside this one, made ready for an object with any names. */
    Frame map(int violations) {
        Frame inner = inner(violations);
        inner.entries = new HashSet<>();
        return inner;
    }

    /** The frame inside this one, made ready for an array. */
    Frame array(int violations, boolean onlyElement) {
        Frame inner = inner(violations);
        inner.elementForms.clear();
        inner.single = onlyElement;
        return inner;
    }

    /** Whether one value stands for a whole array. */
    boolean isSingle() {
        return single;
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
        inner.named = false;
        inner.index = -1;
        inner.violationsBefore = violations;
        return inner;
    }

    Frame outer() {
        if (parent == null) {
            throw new IllegalStateException("more ends than beginnings");
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

    /** Behind the last property: the path is that of the object again. */
    void moveToEnd() {
        named = false;
    }

    void moveToNextElement(int violations) {
        index++;
        violationsBeforeElement = violations;
        faulty = false;
    }

    /** Notes that the value at which this frame stands is wrong itself, not only something in it. */
    void markFaulty() {
        faulty = true;
    }

    boolean isFaulty() {
        return faulty;
    }

    /** How many elements of an array have been reached. */
    int elementCount() {
        return index + 1;
    }

    /** How many entries of a map have been reached. */
    int entryCount() {
        return entries.size();
    }

    /** The forms of the elements of a set, as far as they are needed to find equal ones. */
    Set<String> elementForms() {
        return elementForms;
    }

    int violationsBeforeElement() {
        return violationsBeforeElement;
    }

    /** Notes a property; false if it was there before. */
    boolean markProperty(int property) {
        boolean first = !hasProperty(property);
        seen[property / Long.SIZE] |= 1L << property;
        return first;
    }

    boolean hasProperty(int property) {
        return (seen[property / Long.SIZE] & 1L << property) != 0;
    }

    /** Notes the current entry of a map; false if it was there before. */
    boolean markEntry() {
        return entries.add(name);
    }

    /** The path from the root to the value at which this frame stands. */
    String path() {
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (parent == null) {
            path.append('$');
            return;
        }
        parent.appendTo(path);
        if (named) {
            path.append(JsonPath.segment(name));
        } else if (index >= 0) {
            path.append('[').append(index).append(']');
        }
    }
}
