package dev.escapement.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A check that the {@code @JsonProperty} text of an enum constant agrees with the enum's {@code @JsonValue} and
 * {@code @JsonCreator} members. Generated code calls it once for each constant; a difference is a defect of the enum
 * and therefore an error.
 */
public final class EnumText {

    private static final String REMEDY =
            "Correct @JsonProperty, which determines the schema, or the member, which other libraries use.";

    private EnumText() {}

    /**
     * Checks that the {@code @JsonValue} member of a constant returns the text of its {@code @JsonProperty}.
     *
     * @param constant the constant
     * @param stated the text of its {@code @JsonProperty}
     * @param written the text that the member returned
     * @throws AssertionError if the texts differ
     */
    public static void requireWritten(Enum<?> constant, String stated, @Nullable String written) {
        if (!stated.equals(written)) {
            throw new AssertionError(
                    stating(constant, stated) + "@JsonValue returns " + shown(written) + ". " + REMEDY);
        }
    }

    /**
     * Checks that the {@code @JsonCreator} method returns the constant for the text of its {@code @JsonProperty}.
     *
     * @param constant the constant
     * @param stated the text of its {@code @JsonProperty}
     * @param read the constant that the method returned
     * @throws AssertionError if the constants differ
     */
    public static void requireRead(Enum<?> constant, String stated, @Nullable Enum<?> read) {
        if (constant != read) {
            String other = read == null ? "null" : read.name();
            throw new AssertionError(
                    stating(constant, stated) + "@JsonCreator returns " + other + " for it. " + REMEDY);
        }
    }

    /**
     * Returns the error for a member of an enum that threw an exception.
     *
     * @param constant the constant
     * @param stated the text of its {@code @JsonProperty}
     * @param failure the exception
     * @return the error to throw
     */
    public static AssertionError failed(Enum<?> constant, String stated, Exception failure) {
        return new AssertionError(
                stating(constant, stated) + "@JsonValue or @JsonCreator failed: " + failure + ". " + REMEDY, failure);
    }

    private static String stating(Enum<?> constant, String stated) {
        return constant.getDeclaringClass().getName() + "." + constant.name() + " has @JsonProperty(" + shown(stated)
                + "), but ";
    }

    private static String shown(@Nullable String text) {
        return text == null ? "null" : ValueDescription.quote(text);
    }
}
