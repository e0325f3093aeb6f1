package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.ModelFixtures.STRING;
import static dev.escapement.processor.schema.ModelFixtures.list;
import static dev.escapement.processor.schema.ModelFixtures.named;
import static dev.escapement.processor.schema.ModelFixtures.nullable;
import static dev.escapement.processor.schema.ModelFixtures.optional;
import static dev.escapement.processor.schema.ModelFixtures.property;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.DialectLimitation;
import dev.escapement.processor.diagnostic.SchemaQuantity;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the limits of providers: the exact limit is accepted, and one more is rejected. */
class ProviderLimitsTest {

    private final ModelFixtures models = new ModelFixtures();

    @Test
    void openAiTakesSoManyProperties() {
        assertFits(strings(5_000));
        assertExceeds(DialectLimitation.SIZE.with(5_001, SchemaQuantity.PROPERTIES, 5_000), strings(5_001));
    }

    @Test
    void openAiTakesSoManyLevels() {
        assertFits(models.of(property("x", nested(9))));
        assertExceeds(DialectLimitation.SIZE.with(11, SchemaQuantity.DEPTH, 10), models.of(property("x", nested(10))));
    }

    @Test
    void openAiTakesSoManyCharacters() {
        assertFits(models.of(properties(2_000, i -> name(i, 60))));
        assertExceeds(
                DialectLimitation.SIZE.with(120_001, SchemaQuantity.CHARACTERS, 120_000),
                models.of(properties(2_000, i -> name(i, i == 0 ? 61 : 60))));
    }

    @Test
    void openAiTakesSoManyValuesOfEnums() {
        for (String type : List.of("A", "B", "C", "D")) {
            models.constants(type, values(250, 10));
        }
        Definition.Property[] four = {
            property("a", named("A")), property("b", named("B")), property("c", named("C")), property("d", named("D"))
        };
        assertFits(models.of(four));
        models.constants("D", values(251, 10));
        assertExceeds(DialectLimitation.SIZE.with(1_001, SchemaQuantity.ENUM_VALUES, 1_000), models.of(four));
    }

    @Test
    void openAiTakesLargeEnumsWithSoManyCharacters() {
        assertFits(models.constants("E", values(250, 100)).of(property("x", named("E"))));
        assertFits(models.constants("E", values(300, 50)).of(property("x", named("E"))));
        assertExceeds(
                DialectLimitation.SIZE.with(15_300, SchemaQuantity.LARGE_ENUM_CHARACTERS.with(250), 15_000),
                models.constants("E", values(300, 51)).of(property("x", named("E"))));
    }

    @Test
    void anthropicTakesSoManyOptionalPropertiesInOneRequest() {
        assertEquals(List.of(), exceededLimits(models.of(properties(24, i -> "p" + i, optional(STRING)))));
        assertEquals(
                List.of("25 OPTIONAL_PROPERTIES of 24"),
                exceededLimits(models.of(properties(25, i -> "p" + i, optional(STRING)))));
    }

    @Test
    void anthropicTakesSoManyUnionsInOneRequest() {
        TypeShape union = list(nullable(STRING));
        assertEquals(List.of(), exceededLimits(models.of(properties(16, i -> "p" + i, union))));
        assertEquals(List.of("17 UNIONS of 16"), exceededLimits(models.of(properties(17, i -> "p" + i, union))));
    }

    private CodecModel strings(int count) {
        return models.of(properties(count, i -> "p" + i));
    }

    private static Definition.Property[] properties(int count, IntFunction<String> name) {
        return properties(count, name, STRING);
    }

    private static Definition.Property[] properties(int count, IntFunction<String> name, TypeShape shape) {
        return IntStream.range(0, count)
                .mapToObj(i -> property(name.apply(i), shape))
                .toArray(Definition.Property[]::new);
    }

    private static TypeShape nested(int levels) {
        return levels == 0 ? STRING : list(nested(levels - 1));
    }

    private static String[] values(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> name(i, length)).toArray(String[]::new);
    }

    private static String name(int number, int length) {
        return "x".repeat(length - 5) + (10_000 + number);
    }

    private static List<String> exceededLimits(CodecModel codec) {
        return ToolSchemas.of(codec).in(SchemaDialect.ANTHROPIC_STRICT).exceededLimits().stream()
                .map(overrun -> overrun.found() + " " + overrun.what() + " of " + overrun.allowed())
                .toList();
    }

    private static void assertFits(CodecModel codec) {
        assertEquals(List.of(), DialectOutput.inexpressible(SchemaDialect.OPENAI_STRICT, codec));
    }

    private static void assertExceeds(Clause limitation, CodecModel codec) {
        assertEquals(List.of("$ " + limitation), DialectOutput.inexpressible(SchemaDialect.OPENAI_STRICT, codec));
    }
}
