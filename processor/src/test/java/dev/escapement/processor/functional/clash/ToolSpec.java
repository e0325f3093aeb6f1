package dev.escapement.processor.functional.clash;

/** A sealed interface whose name clashes with the specification of a tool. */
sealed interface ToolSpec {
    /** A record whose name clashes with the set of properties. */
    record PropertySet(String name) implements ToolSpec {}
}
