package dev.escapement.codegen;

import dev.escapement.internal.json.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * One nesting level of a {@link JsonWriter}: an object, an array, or the outermost level, which contains one value.
 * Frames form a chain and are reused, so that writing a long list allocates one frame.
 */
final class WriterFrame extends NestingLevel<WriterFrame> {

    private final int depth;
    private @Nullable WriterFrame child;

    private boolean object;
    private int start;
    private int count;
    private String name = "";
    private boolean named;

    private WriterFrame(@Nullable WriterFrame parent, int depth) {
        super(parent);
        this.depth = depth;
    }

    static WriterFrame outermost() {
        return new WriterFrame(null, 0);
    }

    /**
     * Returns the nested frame after resetting it.
     *
     * @param isObject true for an object, false for an array
     * @param begin the position of the opening bracket in the text
     */
    WriterFrame inner(boolean isObject, int begin) {
        WriterFrame inner = child;
        if (inner == null) {
            inner = new WriterFrame(this, depth + 1);
            child = inner;
        }
        inner.object = isObject;
        inner.start = begin;
        inner.count = 0;
        inner.named = false;
        return inner;
    }

    /**
     * Returns the enclosing frame.
     *
     * @throws IllegalStateException if this frame is not of the given kind, or if a property lacks its value
     */
    WriterFrame outer(boolean isObject) {
        if (parent == null || object != isObject || named) {
            throw misplaced(isObject ? "the end of an object" : "the end of an array");
        }
        return parent;
    }

    /** Returns the number of objects and arrays that enclose a value in this frame. */
    int depth() {
        return depth;
    }

    /** Returns the path of the object or array of this frame. */
    String enclosingPath() {
        return parent == null ? path() : parent.path();
    }

    /** Returns the position of this frame's opening bracket in the text. */
    int start() {
        return start;
    }

    /** Returns the number of elements or properties written so far. */
    int count() {
        return count;
    }

    /**
     * Moves to the name of the next property, and returns whether a comma must precede it.
     *
     * @throws IllegalStateException if a name is not expected
     */
    boolean moveToName(String property) {
        if (!object || named) {
            throw misplaced("a name");
        }
        name = property;
        named = true;
        return count++ > 0;
    }

    /**
     * Moves to the next value, and returns whether a comma must precede it.
     *
     * @throws IllegalStateException if a value is not expected
     */
    boolean moveToValue() {
        if (object) {
            if (!named) {
                throw misplaced("a value without a name");
            }
            named = false;
            return false;
        }
        if (parent == null && count > 0) {
            throw misplaced("a second value");
        }
        return count++ > 0;
    }

    /** Throws an {@link IllegalStateException} unless this is the outermost level and contains exactly one value. */
    void requireOneValue() {
        if (parent != null || count != 1) {
            throw misplaced(count == 0 ? "nothing" : "the end");
        }
    }

    private IllegalStateException misplaced(String written) {
        return new IllegalStateException("The encoder wrote " + written + " at " + path() + ".");
    }

    @Override
    void appendSegment(StringBuilder path) {
        if (object && count > 0) {
            path.append(JsonPath.segment(name));
        } else if (!object && count > 0) {
            path.append('[').append(count - 1).append(']');
        }
    }
}
