package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import java.util.regex.Pattern;

/** A validator that rejects property names that OpenAI, Anthropic or Gemini does not accept. */
final class PropertyNameValidator implements Validator<CodecModel> {

    private static final Pattern PORTABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,63}");

    @Override
    public void validate(CodecModel codec, Problems problems) {
        for (Definition definition : codec.types().definitions().values()) {
            definition.records().forEach(record -> check(record, problems));
            if (definition instanceof Definition.UnionShape union
                    && !PORTABLE.matcher(union.discriminator()).matches()) {
                problems.add(
                        ProblemKind.PROPERTY_NAME,
                        codec.source(),
                        union.discriminator(),
                        union.type().simpleName(),
                        Declaration.ANNOTATION_ELEMENT.with("@JsonTypeInfo", "property"));
            }
        }
    }

    private static void check(Definition.RecordShape record, Problems problems) {
        for (Definition.Property property : record.properties()) {
            if (!PORTABLE.matcher(property.name()).matches()) {
                problems.add(
                        ProblemKind.PROPERTY_NAME,
                        property.source(),
                        property.name(),
                        record.type().simpleName(),
                        "@JsonProperty");
            }
        }
    }
}
