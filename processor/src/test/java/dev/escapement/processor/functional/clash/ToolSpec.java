package dev.escapement.processor.functional.clash;

/** Not a specification. */
sealed interface ToolSpec {
    /** Not a set. */
    record PropertySet(String name) implements ToolSpec {}
}
