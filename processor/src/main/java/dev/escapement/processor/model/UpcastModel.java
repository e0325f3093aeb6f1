package dev.escapement.processor.model;

/**
 * A static method, annotated with {@code @Upcast}, that converts an earlier JSON form of a type to the next form.
 *
 * @param owner the type that declares it
 * @param method its name
 * @param from the prefix of the fingerprint of the earlier form, in lower case
 * @param exported whether it is accessible from other packages
 * @param source the place of the prefix
 */
public record UpcastModel(JavaType owner, String method, String from, boolean exported, SourceRef source) {

    /** Returns whether every fingerprint that begins with one of two prefixes could begin with the other one. */
    public static boolean overlap(String first, String second) {
        return first.startsWith(second) || second.startsWith(first);
    }
}
