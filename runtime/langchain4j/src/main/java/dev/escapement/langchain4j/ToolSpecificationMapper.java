package dev.escapement.langchain4j;

import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.ArrayList;
import java.util.List;

/** A converter from generated tools to LangChain4j tool specifications. */
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
     * Returns the specification of a tool. LangChain4j has types for a part of JSON Schema, and its parser keeps every
     * other part of a schema as raw JSON, except at the root. The root of a record has such types, except for the order
     * of properties in {@link Dialect#GEMINI}, which LangChain4j keeps in any case.
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
