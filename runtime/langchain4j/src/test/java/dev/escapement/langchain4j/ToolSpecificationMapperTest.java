package dev.escapement.langchain4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the specifications of generated tools. */
class ToolSpecificationMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(names = {"JSON_SCHEMA", "OPENAI", "ANTHROPIC"})
    void allFeaturesOfASchemaAreKept(Dialect dialect) throws Exception {
        ToolSpecification specification = ToolSpecificationMapper.of(AllFeaturesSpec.INSTANCE, dialect);
        assertEquals(
                JSON.readTree(AllFeaturesSpec.INSTANCE.schema(dialect)),
                JSON.readTree(specification.toJson()).get("parameters"));
    }

    @ParameterizedTest
    @EnumSource
    void allDialectsOfASimpleToolAreKept(Dialect dialect) throws Exception {
        ToolSpec<?> tool = ReturnsDesk_IssueRefundSpec.INSTANCE;
        JsonNode expected = JSON.readTree(tool.schema(dialect));
        ((ObjectNode) expected).remove("propertyOrdering"); // the order itself is kept
        assertEquals(
                expected,
                JSON.readTree(ToolSpecificationMapper.of(tool, dialect).toJson())
                        .get("parameters"));
    }

    /** Verifies the comparison itself, which must detect differences. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ref",
                "$defs",
                "anyOf",
                "enum",
                "pattern",
                "minLength",
                "maxLength",
                "minimum",
                "maximum",
                "minItems",
                "maxItems",
                "uniqueItems",
                "exclusiveMinimum",
                "format",
                "description",
                "additionalProperties",
                "required"
            })
    void comparedSchemaHasTheFeature(String keyword) {
        assertTrue(AllFeaturesSpec.INSTANCE.schema(Dialect.OPENAI).contains("\"" + keyword + "\":"));
    }

    /** The adapters of providers write a specification with this method; at a root they omit the keyword. */
    @Test
    void adapterOmitsOnlyAdditionalProperties() throws Exception {
        JsonNode sent = JSON.valueToTree(
                JsonSchemaElementUtils.toMap(ToolSpecificationMapper.of(AllFeaturesSpec.INSTANCE, Dialect.OPENAI)
                        .parameters()));
        JsonNode expected = JSON.readTree(AllFeaturesSpec.INSTANCE.schema(Dialect.OPENAI));
        assertEquals(expected.get("required"), sent.get("required"));
        for (Map.Entry<String, JsonNode> property : expected.get("properties").properties()) {
            assertEquals(property.getValue(), sent.get("properties").get(property.getKey()), property.getKey());
        }
    }
}
