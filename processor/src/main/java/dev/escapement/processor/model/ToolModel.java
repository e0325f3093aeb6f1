package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a tool.
 *
 * @param name the name for the model
 * @param nameSource the place of the declaration of the name
 * @param arguments the record of its arguments
 * @param lenient the faults of arguments that are repaired; constants of {@code dev.escapement.Leniency}
 * @param formerly the earlier names, each with the place of its declaration
 * @param upcasts the conversions of earlier forms of the arguments, oldest form first
 */
public record ToolModel(
        String name,
        SourceRef nameSource,
        CodecModel arguments,
        List<String> lenient,
        List<Setting<String>> formerly,
        List<UpcastModel> upcasts) {
    public ToolModel {
        lenient = List.copyOf(lenient);
        formerly = List.copyOf(formerly);
        upcasts = List.copyOf(upcasts);
    }

    /** Creates a model of a tool without earlier names and forms. */
    public ToolModel(String name, SourceRef nameSource, CodecModel arguments, List<String> lenient) {
        this(name, nameSource, arguments, lenient, List.of(), List.of());
    }

    /** Returns the earlier names. */
    public List<String> formerNames() {
        return formerly.stream().map(Setting::value).toList();
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
