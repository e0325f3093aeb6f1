package dev.escapement.processor.model;

import java.util.List;

/**
 * A tool.
 *
 * @param name what the model calls it
 * @param nameSource where the name comes from
 * @param arguments the record of its arguments
 * @param lenient the faults of arguments that it chose to repair; constants of {@code dev.escapement.Leniency}
 */
public record ToolModel(String name, SourceRef nameSource, CodecModel arguments, List<String> lenient) {
    public ToolModel {
        lenient = List.copyOf(lenient);
    }

    /** The record. */
    public JavaType type() {
        return arguments.root().type();
    }

    /** The class that is generated. */
    public JavaType generated() {
        return type().generated("Spec");
    }

    /** The definition of the record. */
    public Definition.RecordShape record() {
        return (Definition.RecordShape) arguments.types().definition(arguments.root());
    }
}
