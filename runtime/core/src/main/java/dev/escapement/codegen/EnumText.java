package dev.escapement.codegen;

import org.jspecify.annotations.Nullable;

/**
 * Compares the text that {@code @JsonProperty} states for a constant of an enum with what the enum does itself, through
 * its members with {@code @JsonValue} and {@code @JsonCreator}. Only for generated code, which calls it once for each
 * constant: a difference is a mistake in the enum, and so an error.
 */
public final class EnumText {

    private static final String REMEDY =
            "Correct @JsonProperty, which the schema has its values from, or the member, which others go by.";

    private EnumText() {}

    /**
     * Requires that the member with {@code @JsonValue} gives the text that is stated.
     *
     * @param constant the constant
     * @param stated the text that is stated for it
     * @param written what the member gave
     * @throws AssertionError if it gave something else
     */
    public static void requireWritten(Enum<?> constant, String stated, @Nullable String written) {
        if (!stated.equals(written)) {
            throw new AssertionError(stating(constant, stated) + "@JsonValue gives " + shown(written) + ". " + REMEDY);
        }
    }

    /**
     * Requires that the method with {@code @JsonCreator} gives the constant for the text that is stated.
     *
     * @param constant the constant
     * @param stated the text that is stated for it
     * @param read what the method gave
     * @throws AssertionError if it gave something else
     */
    public static void requireRead(Enum<?> constant, String stated, @Nullable Enum<?> read) {
        if (constant != read) {
            String other = read == null ? "null" : read.name();
            throw new AssertionError(stating(constant, stated) + "@JsonCreator makes " + other + " of that. " + REMEDY);
        }
    }

    /**
     * The error for a member that failed.
     *
     * @param constant the constant
     * @param stated the text that is stated for it
     * @param failure what the member threw
     * @return the error to throw
     */
    public static AssertionError failed(Enum<?> constant, String stated, Exception failure) {
        return new AssertionError(
                stating(constant, stated) + "@JsonValue or @JsonCreator failed: " + failure + ". " + REMEDY, failure);
    }

    private static String stating(Enum<?> constant, String stated) {
        return constant.getDeclaringClass().getName() + "." + constant.name() + " says @JsonProperty(" + shown(stated)
                + "), but ";
    }

    private static String shown(@Nullable String text) {
        return text == null ? "null" : ValueDescription.quote(text);
    }
}
