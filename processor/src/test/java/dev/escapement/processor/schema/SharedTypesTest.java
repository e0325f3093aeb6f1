package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.DialectOutput.inexpressible;
import static dev.escapement.processor.schema.ModelFixtures.STRING;
import static dev.escapement.processor.schema.ModelFixtures.named;
import static dev.escapement.processor.schema.ModelFixtures.optional;
import static dev.escapement.processor.schema.ModelFixtures.property;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that types are inlined until the schema becomes too large, and are then shared definitions. */
class SharedTypesTest {

    private final ModelFixtures models = new ModelFixtures();

    @Test
    void aLargeSchemaHasDefinitionsOfWhatIsUsedMoreThanOnce() {
        models.record("Part", "", wide(400)).record("Once", "", property("name", STRING));
        Definition.Property a = property("a", named("Part"));
        Definition.Property b = property("b", named("Part"));
        Definition.Property once = property("c", named("Once"));

        String schema =
                DialectOutput.schema(SchemaDialect.JSON_SCHEMA, models.of(a, b, once, property("d", named("Part"))));

        assertTrue(schema.startsWith("{'type':'object','properties':{'a':{'$ref':'#/$defs/Part'},"), schema);
        assertTrue(schema.contains("'c':{'type':'object','properties':{'name':"), schema);
        assertEquals(1, schema.split("'p399':", -1).length - 1, "written once");
        assertFalse(
                DialectOutput.schema(SchemaDialect.JSON_SCHEMA, models.of(a, b, once))
                        .contains("$defs"),
                "small enough");
    }

    /** Twenty levels, each of which contains the next one twice: a million leaves. */
    @ParameterizedTest
    @EnumSource(names = {"JSON_SCHEMA", "OPENAI", "ANTHROPIC", "ANTHROPIC_STRICT"})
    void typesThatHoldOneAnotherTwiceMakeASmallSchema(SchemaDialect dialect) {
        String schema = DialectOutput.schema(dialect, diamond(20));

        assertTrue(schema.length() < 10_000, () -> schema.length() + " characters");
    }

    @Test
    void excessiveInliningIsInexpressible() {
        assertEquals(List.of(), inexpressible(SchemaDialect.GEMINI, diamond(10)));
        assertEquals(List.of("$ TOO_MANY_PARTS(5000)"), inexpressible(SchemaDialect.GEMINI, diamond(20)));
    }

    @Test
    void definitionsAreAsDeepAsTheyAreUsed() {
        assertEquals(List.of("$ SIZE(21, DEPTH, 10)"), inexpressible(SchemaDialect.OPENAI_STRICT, diamond(20)));
    }

    @Test
    void whatIsSharedAndWhatContainsItselfIsToldApart() {
        models.record("Part", "", wide(1_001))
                .record("Holder", "", property("node", named("Node")))
                .record("Node", "", property("next", optional(named("Node"))));
        CodecModel codec = models.of(
                property("a", named("Part")),
                property("b", named("Part")),
                property("c", named("Holder")),
                property("d", named("Holder")));

        assertEquals(List.of("$.c.node.next RECURSION"), inexpressible(SchemaDialect.ANTHROPIC_STRICT, codec));
    }

    private CodecModel diamond(int levels) {
        models.record("Level0", "", property("name", STRING));
        for (int i = 1; i < levels; i++) {
            models.record(
                    "Level" + i,
                    "",
                    property("left", named("Level" + (i - 1))),
                    property("right", optional(named("Level" + (i - 1)))));
        }
        return models.of(property("top", named("Level" + (levels - 1))));
    }

    private static Definition.Property[] wide(int properties) {
        return IntStream.range(0, properties)
                .mapToObj(i -> property("p" + i, STRING))
                .toArray(Definition.Property[]::new);
    }
}
