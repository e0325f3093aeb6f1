package dev.escapement.processor.model;

/**
 * The owner of a text in annotations on which generated code depends.
 *
 * @param role the kind of the owner
 * @param type the type, or the record that declares the component
 * @param component the component, empty for a type
 */
public record TextOwner(Role role, JavaType type, String component) {

    /** The kinds of owners. */
    public enum Role {
        /** The elements of {@code @Tool} on a type. */
        TOOL,
        TYPE,
        COMPONENT
    }

    /** Returns the owner of the elements of {@code @Tool}. */
    public static TextOwner tool(JavaType type) {
        return new TextOwner(Role.TOOL, type, "");
    }

    /** Returns the owner of the description of a type. */
    public static TextOwner type(JavaType type) {
        return new TextOwner(Role.TYPE, type, "");
    }

    /** Returns the owner of the description of a record component. */
    public static TextOwner component(JavaType record, String component) {
        return new TextOwner(Role.COMPONENT, record, component);
    }
}
