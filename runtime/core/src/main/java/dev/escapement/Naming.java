package dev.escapement;

/** How the name of a record component becomes the name of a JSON property. {@code @JsonProperty} always wins. */
public enum Naming {

    /** What the compiler option {@code -Aescapement.naming} says; {@link #AS_DECLARED} without it. */
    INHERIT,

    /** The component's name, unchanged. */
    AS_DECLARED,

    /** Words in lower case joined by underscores: {@code orderId} becomes {@code order_id}. */
    SNAKE_CASE
}
