package dev.escapement.langchain4j;

import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.ArrayList;
import java.util.List;

/** Tells LangChain4j of generated tools. */
final class ToolSpecificationMapper {

    private ToolSpecificationMapper() {}

    static List<ToolSpecification> of(List<ToolSpec<?>> tools, Dialect dialect) {
        List<ToolSpecification> specifications = new ArrayList<>();
        for (ToolSpec<?> tool : tools) {
            specifications.add(of(tool, dialect));
        }
        return specifications;
    }

    /**
     * LangChain4j has types for a part of JSON Schema only, and its own reader knows which: it keeps every part of a schema
     * that they cannot express as raw JSON. Only the root must be expressible. That of a record is, but for the hint in
     * {@link Dialect#GEMINI} that properties are in order, which LangChain4j keeps in any case.
     */
    static ToolSpecification of(ToolSpec<?> tool, Dialect dialect) {
        String parameters = "{\"parameters\":" + SchemaMembers.without("propertyOrdering", tool.schema(dialect)) + "}";
        ToolSpecification.Builder specification =
                ToolSpecification.fromJson(parameters).toBuilder().name(tool.name());
        if (!tool.description().isEmpty()) {
            specification.description(tool.description());
        }
        return specification.build();
    }
}
