package dev.escapement;

/**
 * A naming convention that maps record component names to JSON property names. {@code @JsonProperty} takes precedence.
 */
public enum Naming {

    /**
     * The convention set by the compiler option {@code -Aescapement.naming}, or {@link #AS_DECLARED} if the option is
     * not set.
     */
    INHERIT,

    /** The component's name, unchanged. */
    AS_DECLARED,

    /** Lower-case words joined by underscores, so that {@code orderId} becomes {@code order_id}. */
    SNAKE_CASE
}
