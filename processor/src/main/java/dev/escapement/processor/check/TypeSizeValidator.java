package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SizeFault;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.List;

/** A validator that keeps codecs and specifications within the limits of the class file format and of JSON decoders. */
final class TypeSizeValidator implements Validator<CodecModel> {

    /** The maximum number of characters of a default, which limits the size of the method that creates the value. */
    private static final int MAX_DEFAULT = 8_000;

    /** The maximum nesting depth that decoders accept, the same as {@code JsonReader.MAX_DEPTH}. */
    static final int MAX_DEPTH = 200;

    @Override
    public void validate(CodecModel codec, Problems problems) {
        int constants = ClassFileSize.constants(codec);
        if (constants > ClassFileSize.MAX_CONSTANTS) {
            problems.add(
                    ProblemKind.TOO_LARGE,
                    codec.source(),
                    Declaration.NAMED.with(codec.root().type().simpleName()),
                    SizeFault.CONTAINED_TYPES.with(constants, ClassFileSize.MAX_CONSTANTS));
        }
        int depth = new FiniteTypes(codec.types()).requiredDepth(codec.root());
        if (depth > MAX_DEPTH) {
            problems.add(
                    ProblemKind.TOO_LARGE,
                    codec.source(),
                    Declaration.NAMED.with(codec.root().type().simpleName()),
                    SizeFault.DEPTH.with(depth, MAX_DEPTH));
        }
        for (TypeShape handled : codec.types().handledBy(codec.root())) {
            if (handled instanceof TypeShape.Named named) {
                codec.types()
                        .definition(named)
                        .records()
                        .forEach(record -> validateDefaults(record, record.properties(), problems));
            }
        }
    }

    private static void validateDefaults(
            Definition.RecordShape record, List<Definition.Property> properties, Problems problems) {
        for (Definition.Property property : properties) {
            String json = property.defaultJson();
            if (json != null && json.length() > MAX_DEFAULT) {
                problems.add(
                        ProblemKind.TOO_LARGE,
                        property.source(),
                        Declaration.COMPONENT.with(
                                property.component(), record.type().simpleName()),
                        SizeFault.DEFAULT.with(json.length(), MAX_DEFAULT));
            }
        }
    }
}
