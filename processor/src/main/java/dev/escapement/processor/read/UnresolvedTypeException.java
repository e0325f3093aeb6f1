package dev.escapement.processor.read;

import javax.lang.model.element.Element;

/** A type is not there yet: another processor may generate it in a later round. */
public final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Element where;

    UnresolvedTypeException(String type, Element where) {
        super(type, null, false, false);
        this.type = type;
        this.where = where;
    }

    /** The type as it is written. */
    public String type() {
        return type;
    }

    /** What refers to it. */
    public Element where() {
        return where;
    }
}
