package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;

/** A tool says what it does, and what each of its arguments is. */
final class DescriptionValidator {

    void check(ToolModel tool, Problems problems) {
        Definition.RecordShape record = tool.record();
        if (record.description().isEmpty()) {
            String name = "The tool " + record.type().simpleName();
            problems.add(ProblemKind.NO_DESCRIPTION, tool.arguments().source(), name, "");
        }
        for (Definition.Property property : record.properties()) {
            if (property.description().isEmpty()
                    && ofType(property.type(), tool.arguments().types()).isEmpty()) {
                problems.add(
                        ProblemKind.NO_DESCRIPTION,
                        property.source(),
                        "The component " + property.component() + " of "
                                + record.type().simpleName(),
                        " with a @param tag");
            }
        }
    }

    /** What stands in the schema where the component itself has no words: those of its type. */
    private static String ofType(TypeShape shape, TypeModel types) {
        if (shape instanceof TypeShape.OptionalOf optional) {
            return ofType(optional.value(), types);
        } else if (shape instanceof TypeShape.NullableOf nullable) {
            return ofType(nullable.value(), types);
        }
        return shape instanceof TypeShape.Named named ? types.definition(named).description() : "";
    }
}
