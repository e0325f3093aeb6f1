package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;

/** A validator that requires a description for each tool and each of its arguments. */
final class DescriptionValidator implements Validator<ToolModel> {

    @Override
    public void validate(ToolModel tool, Problems problems) {
        Definition.RecordShape record = tool.record();
        if (record.description().isEmpty()) {
            problems.add(
                    ProblemKind.NO_DESCRIPTION,
                    tool.arguments().source(),
                    Declaration.TOOL.with(record.type().simpleName()),
                    Hint.NONE);
        }
        for (Definition.Property property : record.properties()) {
            if (property.description().isEmpty()
                    && ofType(property.type(), tool.arguments().types()).isEmpty()) {
                problems.add(
                        ProblemKind.NO_DESCRIPTION,
                        property.source(),
                        Declaration.COMPONENT.with(
                                property.component(), record.type().simpleName()),
                        Hint.PARAM_TAG);
            }
        }
    }

    /**
     * Returns the description of a type, empty if it has none. In the schema, this description is used for a component
     * that does not have its own.
     */
    private static String ofType(TypeShape shape, TypeModel types) {
        return shape.present() instanceof TypeShape.Named named
                ? types.definition(named).description()
                : "";
    }
}
