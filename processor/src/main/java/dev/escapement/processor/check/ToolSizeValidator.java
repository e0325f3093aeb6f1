package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SizeFault;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.SchemaText;
import dev.escapement.processor.schema.ToolSchemas;

/** A validator that limits the description and the schema of a tool to what a request to a provider can contain. */
final class ToolSizeValidator implements Validator<ToolModel> {

    private final ToolSchemas schemas;

    ToolSizeValidator(ToolSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void validate(ToolModel tool, Problems problems) {
        report(SizeFault.DESCRIPTION, tool.record().description().length(), tool, problems);
        report(SizeFault.SCHEMA, schemas.canonical().compact().length(), tool, problems);
    }

    private static void report(SizeFault fault, int length, ToolModel tool, Problems problems) {
        if (length > SchemaText.MAX_LENGTH) {
            problems.add(
                    ProblemKind.TOO_LARGE,
                    tool.arguments().source(),
                    Declaration.TOOL.with(tool.type().simpleName()),
                    fault.with(length, SchemaText.MAX_LENGTH));
        }
    }
}
