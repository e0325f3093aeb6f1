package dev.escapement.codegen;

import org.jspecify.annotations.Nullable;

/**
 * The consistency checks between an enum constant's {@code @JsonProperty} value and the enum's {@code @JsonValue} and
 * {@code @JsonCreator} members. Generated code runs the checks once for each constant; a difference is a defect of the
 * enum and therefore an error.
 */
public final class EnumText {

    private static final String REMEDY =
            "Correct @JsonProperty, which determines the schema, or the member, which other libraries use.";

    private EnumText() {}

    /**
     * Checks that a constant's {@code @JsonValue} member returns the constant's {@code @JsonProperty} value.
     *
     * @param constant the constant
     * @param stated its {@code @JsonProperty} value
     * @param written the string that the member returned
     * @throws AssertionError if the strings differ
     */
    public static void requireWritten(Enum<?> constant, String stated, @Nullable String written) {
        if (!stated.equals(written)) {
            throw new AssertionError(
                    stating(constant, stated) + "@JsonValue returns " + shown(written) + ". " + REMEDY);
        }
    }

    /**
     * Checks that the {@code @JsonCreator} method maps a constant's {@code @JsonProperty} value to that constant.
     *
     * @param constant the constant
     * @param stated its {@code @JsonProperty} value
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
     * Returns the error for an enum whose {@code @JsonValue} or {@code @JsonCreator} member threw an exception.
     *
     * @param constant the constant
     * @param stated its {@code @JsonProperty} value
     * @param failure the exception
     * @return the error to throw
     */
    public static AssertionError errorFor(Enum<?> constant, String stated, Exception failure) {
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
