package dev.escapement.testing;

/**
 * A reference in a class file to another class. All names are as in Java source, nested classes with {@code $}.
 *
 * @param user the class that contains the reference
 * @param where the method or field that contains it; empty for the class declaration
 * @param type the referenced class
 * @param member the referenced method or field; empty for a reference to the class only
 * @param bootstrap whether the reference is the bootstrap method of an {@code invokedynamic} instruction
 */
public record Use(String user, String where, String type, String member, boolean bootstrap) {

    /** Returns one line: {@code Class.method -> Class.method}. */
    @Override
    public String toString() {
        return dotted(user, where) + " -> " + dotted(type, member);
    }

    private static String dotted(String type, String member) {
        return member.isEmpty() ? type : type + "." + member;
    }
}
