package dev.escapement.processor.read;

import javax.lang.model.element.Element;

/** An exception that reports a type that cannot be resolved yet. Another processor may generate it in a later round. */
public final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Element where;

    UnresolvedTypeException(String type, Element where) {
        super(type, null, false, false);
        this.type = type;
        this.where = where;
    }

    /** Returns the name of the type, as written in the source. */
    public String type() {
        return type;
    }

    /** Returns the element that refers to the type. */
    public Element where() {
        return where;
    }
}
