package dev.escapement.processor.read;

import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An exception that reports a type or a constant that cannot be resolved yet. Another processor may generate it in a
 * later round.
 */
public final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient @Nullable Element where;

    UnresolvedTypeException(String type, @Nullable Element where) {
        super(type, null, false, false);
        this.type = type;
        this.where = where;
    }

    /** Returns an exception for a name in source that the compiler reports if it remains unresolved. */
    static UnresolvedTypeException reportedByCompiler(String name) {
        return new UnresolvedTypeException(name, null);
    }

    /** Returns the name of the type, as written in the source. */
    public String type() {
        return type;
    }

    /** Returns the element that refers to the type, or null if the element is compiled from source. */
    public @Nullable Element where() {
        return where;
    }
}
