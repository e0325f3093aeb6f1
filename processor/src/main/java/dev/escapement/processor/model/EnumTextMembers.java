package dev.escapement.processor.model;

/**
 * How an enum itself turns its constants into text and back. What is generated has to agree with it.
 *
 * @param written the method or field that gives the text of a constant, as an expression: {@code label()} or
 *     {@code label}; empty if there is none
 * @param read the name of the static method that gives the constant of a text; empty if there is none
 */
public record EnumTextMembers(String written, String read) {

    /** An enum without such members. */
    public static final EnumTextMembers NONE = new EnumTextMembers("", "");

    /** Whether there is something to agree with. */
    public boolean isAny() {
        return !written.isEmpty() || !read.isEmpty();
    }
}
