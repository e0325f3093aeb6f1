package dev.escapement.processor.model;

/**
 * A type with a codec of its own.
 *
 * @param root the type
 * @param source where it is declared
 * @param exported whether the generated class is public
 * @param types everything reachable from it
 */
public record CodecModel(TypeShape.Named root, SourceRef source, boolean exported, TypeModel types) {

    /** The class that is generated for {@code @Codec}. */
    public JavaType generated() {
        return root.type().generated("Codec");
    }
}
