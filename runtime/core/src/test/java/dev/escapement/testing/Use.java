package dev.escapement.testing;

/**
 * A place in a class file that names another class. All names are as in Java source, nested classes with {@code $}.
 *
 * @param user the class in which the place is
 * @param where the method or field in which it is; empty for the head of the class
 * @param type the class that is named
 * @param member the method or field of it; empty if only the class is named
 * @param bootstrap whether it is the bootstrap method of an {@code invokedynamic} instruction
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
