package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.ConstraintDescriptions.exactly;
import static dev.escapement.processor.schema.ConstraintDescriptions.isDefault;
import static dev.escapement.processor.schema.ConstraintDescriptions.maximum;
import static dev.escapement.processor.schema.ConstraintDescriptions.minimum;
import static dev.escapement.processor.schema.ConstraintDescriptions.pattern;
import static dev.escapement.processor.schema.ConstraintDescriptions.step;
import static dev.escapement.processor.schema.DialectOutput.described;
import static dev.escapement.processor.schema.ModelFixtures.INT;
import static dev.escapement.processor.schema.ModelFixtures.STRING;
import static dev.escapement.processor.schema.ModelFixtures.constrained;
import static dev.escapement.processor.schema.ModelFixtures.list;
import static dev.escapement.processor.schema.ModelFixtures.map;
import static dev.escapement.processor.schema.ModelFixtures.named;
import static dev.escapement.processor.schema.ModelFixtures.nullable;
import static dev.escapement.processor.schema.ModelFixtures.optional;
import static dev.escapement.processor.schema.ModelFixtures.property;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the lowering to the strict mode of Anthropic. */
class AnthropicStrictLoweringTest {

    private static final SchemaDialect STRICT = SchemaDialect.ANTHROPIC_STRICT;

    private final ModelFixtures models = new ModelFixtures();

    @Test
    void whatMayBeLeftOutIsNotNullToo() {
        assertEquals(
                "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'},"
                        + "'c':{'type':'array','items':{'type':['string','null']}}},'required':['c'],"
                        + "'additionalProperties':false}",
                DialectOutput.schema(
                        STRICT,
                        models.of(
                                property("a", optional(STRING)),
                                property("b", nullable(STRING)),
                                property("c", list(nullable(STRING))))));
    }

    @Test
    void boundsAreSaid() {
        assertProperty(
                constrained(
                        INT,
                        new Constraint.Minimum(BigDecimal.ONE, false),
                        new Constraint.Maximum(BigDecimal.TEN, false)),
                "{'type':'integer',"
                        + described(
                                minimum(new Schema.Bound(BigDecimal.ONE, false, false)),
                                maximum(new Schema.Bound(BigDecimal.TEN, false, false)))
                        + "}",
                "$.x minimum",
                "$.x maximum");
        assertProperty(
                constrained(
                        Scalar.DECIMAL,
                        new Constraint.Minimum(BigDecimal.ZERO, true),
                        new Constraint.Maximum(BigDecimal.ONE, true),
                        new Constraint.Digits(1, 2)),
                "{'type':'number',"
                        + described(
                                minimum(new Schema.Bound(BigDecimal.ZERO, true, false)),
                                maximum(new Schema.Bound(BigDecimal.ONE, true, false)),
                                step(new BigDecimal("0.01")))
                        + "}",
                "$.x exclusiveMinimum",
                "$.x exclusiveMaximum",
                "$.x multipleOf");
    }

    @Test
    void anArrayMayBeEmptyOrNotAndAllElseIsSaid() {
        assertProperty(
                constrained(list(STRING), new Constraint.Count(1, Integer.MAX_VALUE)),
                "{'type':'array','items':{'type':'string'},'minItems':1}");
        assertProperty(
                constrained(list(STRING), new Constraint.Count(2, 2)),
                "{'type':'array'," + described(exactly(new Schema.Size(2, 2), "item"))
                        + ",'items':{'type':'string'},'minItems':1}",
                "$.x minItems",
                "$.x maxItems");
    }

    @Test
    void patternsAreSaidAndFormatsStay() {
        assertProperty(
                constrained(STRING, new Constraint.Matches("^A-\\d+$", "")),
                "{'type':'string'," + described(pattern(new Schema.Expression(new Constraint.Matches("^A-\\d+$", ""))))
                        + "}",
                "$.x pattern");
        assertProperty(new TypeShape.TextOf(TextForm.UUID), "{'type':'string','format':'uuid'}");
    }

    @Test
    void aDefaultIsSaid() {
        DialectOutput.assertProperty(
                STRICT,
                models,
                property("x", "", STRING, "\"a\""),
                "{'type':'string'," + described(isDefault("\"a\"")) + "}",
                "$.x default");
    }

    @Test
    void recursionMapsAndAnyJsonAreImpossible() {
        models.record("Node", "", property("next", optional(named("Node"))));
        assertEquals(
                List.of("$.map MAP", "$.any ANY_JSON", "$.node.next RECURSION"),
                DialectOutput.inexpressible(
                        STRICT,
                        models.of(
                                property("node", named("Node")),
                                property("map", map(STRING, STRING)),
                                property("any", Scalar.JSON))));
    }

    private void assertProperty(TypeShape shape, String expected, String... unsupported) {
        DialectOutput.assertProperty(STRICT, models, property("x", shape), expected, unsupported);
    }
}
