package dev.escapement.processor.model;

/**
 * The owner of a text in annotations on which generated code depends.
 *
 * @param kind the kind of the owner
 * @param type the type, or the record that declares the component
 * @param component the component, empty for a type
 */
public record TextOwner(Kind kind, JavaType type, String component) {

    /** The kinds of owners. */
    public enum Kind {
        /** The elements of {@code @Tool} on a type. */
        TOOL,
        TYPE,
        COMPONENT
    }

    /** Returns the owner of the elements of {@code @Tool}. */
    public static TextOwner tool(JavaType type) {
        return new TextOwner(Kind.TOOL, type, "");
    }

    /** Returns the owner of the description of a type. */
    public static TextOwner type(JavaType type) {
        return new TextOwner(Kind.TYPE, type, "");
    }

    /** Returns the owner of the description of a record component. */
    public static TextOwner component(JavaType record, String component) {
        return new TextOwner(Kind.COMPONENT, record, component);
    }
}
