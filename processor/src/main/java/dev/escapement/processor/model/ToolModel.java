package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a tool.
 *
 * @param name the name for the model
 * @param nameSource the place of the declaration of the name
 * @param arguments the record of its arguments
 * @param lenient the faults of arguments that are repaired; constants of {@code dev.escapement.Leniency}
 */
public record ToolModel(String name, SourceRef nameSource, CodecModel arguments, List<String> lenient) {
    public ToolModel {
        lenient = List.copyOf(lenient);
    }

    /** Returns the name of the record. */
    public JavaType type() {
        return arguments.root().type();
    }

    /** Returns the name of the generated class. */
    public JavaType generated() {
        return type().generated("Spec");
    }

    /** Returns the definition of the record. */
    public Definition.RecordShape record() {
        return (Definition.RecordShape) arguments.types().definition(arguments.root());
    }
}
