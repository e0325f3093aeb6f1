package dev.escapement.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A nesting level of JSON that is being read or written. Levels form a chain to the root, which yields the path of the
 * current value.
 *
 * @param <L> the type of all levels in the chain
 */
abstract class NestingLevel<L extends NestingLevel<L>> {

    /** The enclosing level, or null at the root. */
    final @Nullable L parent;

    NestingLevel(@Nullable L parent) {
        this.parent = parent;
    }

    /** Appends the path segment of the current property or element, if any. */
    abstract void appendSegment(StringBuilder path);

    /** Returns the path from the root to the current value. */
    final String path() {
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        NestingLevel<L> enclosing = parent;
        if (enclosing == null) {
            path.append('$');
        } else {
            enclosing.appendTo(path);
            appendSegment(path);
        }
    }
}
