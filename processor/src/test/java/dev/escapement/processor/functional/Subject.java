package dev.escapement.processor.functional;

import dev.escapement.tool.ToolSpec;

/**
 * A tool under test.
 *
 * @param type its record
 * @param spec what was generated for it
 * @param <T> its record
 */
public record Subject<T>(Class<T> type, ToolSpec<T> spec) {

    /** Whether a constructor of its records refuses values that are right for its schema. */
    boolean refuses() {
        return type.getName().contains("Refusing$Calendar");
    }

    @Override
    public String toString() {
        return type.getName().substring(type.getPackageName().length() + 1);
    }
}
