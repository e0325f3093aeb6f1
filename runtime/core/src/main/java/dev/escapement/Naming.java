package dev.escapement;

/**
 * A naming convention that maps the names of members, which are record components and enum constants, to JSON names.
 * {@code @JsonProperty} takes precedence. The names of types are always in snake_case.
 */
public enum Naming {

    /**
     * The convention set by the compiler option {@code -Aescapement.naming}, or {@link #AS_DECLARED} if the option is
     * not set.
     */
    INHERIT,

    /** The member's name, unchanged. */
    AS_DECLARED,

    /**
     * Lower-case words joined by underscores, as in Jackson's {@code SNAKE_CASE}: {@code orderId} becomes
     * {@code order_id}, and the constant {@code LATE_DELIVERY} becomes {@code late_delivery}.
     */
    SNAKE_CASE
}
