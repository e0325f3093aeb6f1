package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;

/** A validator that rejects files in the arguments of tools, because the model could invent the references. */
final class FileInToolValidator implements Validator<CodecModel> {

    @Override
    public void validate(CodecModel codec, Problems problems) {
        TypeModel types = codec.types();
        for (Definition definition : types.definitions().values()) {
            definition.records().forEach(record -> check(record, types, problems));
        }
    }

    private static void check(Definition.RecordShape record, TypeModel types, Problems problems) {
        for (Definition.Property property : record.properties()) {
            if (containsFile(property.type(), types)) {
                problems.add(
                        ProblemKind.FILE_IN_TOOL,
                        property.source(),
                        Declaration.COMPONENT.with(
                                property.component(), record.type().simpleName()));
            }
        }
    }

    /** Returns whether a value is or contains a file, without the properties of other records. */
    private static boolean containsFile(TypeShape shape, TypeModel types) {
        if (shape instanceof TypeShape.Named named) {
            return types.definition(named)
                    .records()
                    .anyMatch(record -> record.type().qualifiedName().equals(RuntimeNames.CONTENT_FILE));
        }
        return shape.parts().anyMatch(part -> containsFile(part, types));
    }
}
