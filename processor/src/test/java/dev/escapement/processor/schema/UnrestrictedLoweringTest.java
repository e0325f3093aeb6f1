package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.ConstraintDescriptions.form;
import static dev.escapement.processor.schema.ConstraintDescriptions.keys;
import static dev.escapement.processor.schema.DialectOutput.assertProperty;
import static dev.escapement.processor.schema.DialectOutput.described;
import static dev.escapement.processor.schema.ModelFixtures.INT;
import static dev.escapement.processor.schema.ModelFixtures.STRING;
import static dev.escapement.processor.schema.ModelFixtures.constrained;
import static dev.escapement.processor.schema.ModelFixtures.list;
import static dev.escapement.processor.schema.ModelFixtures.map;
import static dev.escapement.processor.schema.ModelFixtures.named;
import static dev.escapement.processor.schema.ModelFixtures.property;
import static dev.escapement.processor.schema.ModelFixtures.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the dialects that accept any schema, but do not enforce it. */
class UnrestrictedLoweringTest {

    private final ModelFixtures models = new ModelFixtures();

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void rangesOfJavaTypesAreLeftOutAndOtherLimitsStay(SchemaDialect dialect) {
        assertProperty(dialect, models, property("x", INT), "{'type':'integer'}");
        assertProperty(dialect, models, property("x", Scalar.DOUBLE), "{'type':'number'}");
        TypeShape atLeastOne = constrained(INT, new Constraint.Minimum(BigDecimal.ONE, false));
        assertProperty(dialect, models, property("x", atLeastOne), "{'type':'integer','minimum':1}");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aTextHasItsFormatOrWords(SchemaDialect dialect) {
        assertProperty(
                dialect,
                models,
                property("x", new TypeShape.TextOf(TextForm.UUID)),
                "{'type':'string','format':'uuid'}");
        assertProperty(
                dialect,
                models,
                property("x", "The day", new TypeShape.TextOf(TextForm.MONTH_DAY)),
                "{'type':'string'," + described("The day.", form(TextForm.MONTH_DAY.words())) + "}");
        assertProperty(dialect, models, property("x", Scalar.CHAR), "{'type':'string','minLength':1,'maxLength':1}");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void theNamesOfAMapAreKeywordsOrWords(SchemaDialect dialect) {
        models.constants("Colour", "RED");
        assertProperty(
                dialect,
                models,
                property("x", map(INT, STRING)),
                "{'type':'object'," + described(keys("an integer")) + ",'additionalProperties':{'type':'string'}}");
        assertProperty(
                dialect,
                models,
                property("x", map(new TypeShape.TextOf(TextForm.UUID), STRING)),
                "{'type':'object','propertyNames':{'format':'uuid'},'additionalProperties':{'type':'string'}}");
        assertProperty(
                dialect,
                models,
                property("x", map(named("Colour"), STRING)),
                "{'type':'object','propertyNames':{'enum':['RED']},'additionalProperties':{'type':'string'}}");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void everythingElseStays(SchemaDialect dialect) {
        models.record("Node", "A node.", property("next", "Its successor.", list(named("Node"))));
        CodecModel codec = models.of(
                property("any", Scalar.JSON),
                property("set", set(STRING)),
                property("node", named("Node")),
                property("defaulted", "", Scalar.BOOLEAN, "true"),
                property("rules", constrained(STRING, new Constraint.Length(1, 2), new Constraint.Matches("a", ""))));
        assertEquals(DialectOutput.schema(SchemaDialect.JSON_SCHEMA, codec), DialectOutput.schema(dialect, codec));
        assertEquals(List.of(), DialectOutput.unsupported(dialect, codec));
    }
}
