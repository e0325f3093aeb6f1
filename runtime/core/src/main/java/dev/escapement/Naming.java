package dev.escapement;

/**
 * The conversion of the name of a record component to the name of a JSON property. {@code @JsonProperty} takes
 * precedence.
 */
public enum Naming {

    /** The naming in the compiler option {@code -Aescapement.naming}; {@link #AS_DECLARED} without it. */
    INHERIT,

    /** The component's name, unchanged. */
    AS_DECLARED,

    /** Words in lower case joined by underscores: {@code orderId} becomes {@code order_id}. */
    SNAKE_CASE
}
