package dev.escapement.processor.model;

/**
 * The members of an enum that convert its constants to strings and back. Generated code must agree with them.
 *
 * @param written the method or field that returns the text of a constant, as an expression: {@code label()} or
 *     {@code label}; empty if the enum has neither
 * @param read the name of the static method that returns the constant for a string; empty if the enum has none
 */
public record EnumTextMembers(String written, String read) {

    /** The value for an enum that declares neither member. */
    public static final EnumTextMembers NONE = new EnumTextMembers("", "");

    /** Returns whether at least one of the two members is present. */
    public boolean isAny() {
        return !written.isEmpty() || !read.isEmpty();
    }

    /** Returns whether at least one of the two members is a method. */
    public boolean callsMethods() {
        return written.endsWith("()") || !read.isEmpty();
    }
}
