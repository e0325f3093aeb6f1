package dev.escapement.processor.model;

/**
 * The model of a type annotated with {@code @Tool} or {@code @Codec}.
 *
 * @param root the type
 * @param source the place of its declaration
 * @param exported whether the generated class is public
 * @param ignoresUnknown whether the decoder ignores unknown properties
 * @param types all types reachable from it
 */
public record CodecModel(
        TypeShape.Named root, SourceRef source, boolean exported, boolean ignoresUnknown, TypeModel types) {

    /** Creates a model whose decoder rejects unknown properties. */
    public CodecModel(TypeShape.Named root, SourceRef source, boolean exported, TypeModel types) {
        this(root, source, exported, false, types);
    }

    /** Returns the name of the class that is generated for {@code @Codec}. */
    public JavaType generated() {
        return root.type().generated("Codec");
    }
}
