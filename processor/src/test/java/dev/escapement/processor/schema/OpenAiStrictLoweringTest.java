package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.ConstraintDescriptions.atLeast;
import static dev.escapement.processor.schema.ConstraintDescriptions.atMost;
import static dev.escapement.processor.schema.ConstraintDescriptions.exactly;
import static dev.escapement.processor.schema.ConstraintDescriptions.form;
import static dev.escapement.processor.schema.ConstraintDescriptions.nullIsDefault;
import static dev.escapement.processor.schema.ConstraintDescriptions.pattern;
import static dev.escapement.processor.schema.ConstraintDescriptions.unique;
import static dev.escapement.processor.schema.DialectOutput.described;
import static dev.escapement.processor.schema.ModelFixtures.INT;
import static dev.escapement.processor.schema.ModelFixtures.STRING;
import static dev.escapement.processor.schema.ModelFixtures.branch;
import static dev.escapement.processor.schema.ModelFixtures.constrained;
import static dev.escapement.processor.schema.ModelFixtures.list;
import static dev.escapement.processor.schema.ModelFixtures.map;
import static dev.escapement.processor.schema.ModelFixtures.named;
import static dev.escapement.processor.schema.ModelFixtures.nullable;
import static dev.escapement.processor.schema.ModelFixtures.optional;
import static dev.escapement.processor.schema.ModelFixtures.property;
import static dev.escapement.processor.schema.ModelFixtures.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests of the lowering to the strict mode of OpenAI. */
class OpenAiStrictLoweringTest {

    private static final SchemaDialect STRICT = SchemaDialect.OPENAI_STRICT;

    private final ModelFixtures models = new ModelFixtures();

    @Test
    void whatMayBeLeftOutIsRequiredAndMayBeNull() {
        models.constants("Colour", "RED").record("Point", "A point.");
        assertEquals(
                "{'type':'object','properties':{'text':{'type':['string','null']},"
                        + "'colour':{'type':['string','null'],'enum':['RED',null]},"
                        + "'point':{'type':['object','null'],'description':'A point.','properties':{},'required':[],"
                        + "'additionalProperties':false},"
                        + "'list':{'type':['array','null'],'items':{'type':'string'}}},"
                        + "'required':['text','colour','point','list'],'additionalProperties':false}",
                DialectOutput.schema(
                        STRICT,
                        models.of(
                                property("text", optional(STRING)),
                                property("colour", optional(named("Colour"))),
                                property("point", nullable(named("Point"))),
                                property("list", optional(list(STRING))))));
    }

    @Test
    void theLengthOfAStringIsSaid() {
        assertProperty(
                constrained(STRING, new Constraint.Length(1, 20)),
                "{'type':'string'," + described(atLeast(1, "character"), atMost(20, "character")) + "}",
                "$.x minLength",
                "$.x maxLength");
        assertProperty(
                Scalar.CHAR,
                "{'type':'string'," + described(exactly(new Schema.Size(1, 1), "character")) + "}",
                "$.x minLength",
                "$.x maxLength");
    }

    @Test
    void onePatternStaysAndTheOthersAreSaid() {
        assertProperty(
                constrained(
                        STRING,
                        Constraint.Matches.NOT_BLANK,
                        new Constraint.Matches("^a", ""),
                        new Constraint.Matches("z$", "")),
                "{'type':'string',"
                        + described(
                                pattern(new Schema.Expression(Constraint.Matches.NOT_BLANK)),
                                pattern(new Schema.Expression(new Constraint.Matches("z$", ""))))
                        + ",'pattern':'^a'}",
                "$.x pattern");
    }

    @Test
    void knownFormatsStayAndOthersAreSaid() {
        assertProperty(new TypeShape.TextOf(TextForm.UUID), "{'type':'string','format':'uuid'}");
        assertProperty(
                new TypeShape.TextOf(TextForm.URI), "{'type':'string'," + described(form(TextForm.URI.words())) + "}");
    }

    @Test
    void boundsOfNumbersAndArraysStayAndUniqueItemsIsSaid() {
        assertProperty(
                constrained(Scalar.DECIMAL, new Constraint.Minimum(BigDecimal.ZERO, true), new Constraint.Digits(2, 1)),
                "{'type':'number','exclusiveMinimum':0,'maximum':99.9,'multipleOf':0.1}");
        assertProperty(
                constrained(set(INT), new Constraint.Count(1, 3)),
                "{'type':'array'," + described(unique()) + ",'items':{'type':'integer'},"
                        + "'minItems':1,'maxItems':3}",
                "$.x uniqueItems");
    }

    @Test
    void aDefaultIsWhatNullMeans() {
        DialectOutput.assertProperty(
                STRICT,
                models,
                property("x", "How many", INT, "3"),
                "{'type':['integer','null']," + described("How many.", nullIsDefault("3")) + "}",
                "$.x default");
        DialectOutput.assertProperty(
                STRICT,
                models,
                property("x", "How many", nullable(INT), "3"),
                "{'type':['integer','null'],'description':'How many'}",
                "$.x default");
    }

    @Test
    void aReferenceStandsAloneAndItsDescriptionInItsObject() {
        models.record(
                "Tree",
                "A tree.",
                property("left", "The left one.", named("Tree")),
                property("right", "The right one.", optional(named("Tree"))));
        String schema = DialectOutput.schema(STRICT, models.of(property("x", named("Tree"))));
        String members = "'description':'A tree. \\'left\\': The left one. \\'right\\': The right one.',"
                + "'properties':{'left':{'$ref':'#/$defs/Tree'},'right':{'$ref':'#/$defs/Tree-or-null'}},"
                + "'required':['left','right'],'additionalProperties':false}";
        assertTrue(
                schema.endsWith("'$defs':{'Tree':{'type':'object'," + members
                        + ",'Tree-or-null':{'type':['object','null']," + members + "}}"),
                schema);
    }

    @Test
    void theRootThatMayBeNullIsADefinition() {
        models.record("Tree", "", property("left", optional(named("Tree"))));
        String members = "'properties':{'left':{'$ref':'#/$defs/root-or-null'}},'required':['left'],"
                + "'additionalProperties':false";
        assertEquals(
                "{'type':'object'," + members + ",'$defs':{'root-or-null':{'type':['object','null']," + members + "}}}",
                DialectOutput.schema(STRICT, models.rootedAt("Tree")));
    }

    @Test
    void ofAChoiceThatMayBeNullTheFirstBranchMayBe() {
        models.union("Shape", "A shape.", branch("dot", ""), branch("circle", "", property("r", INT)));
        assertProperty(
                nullable(named("Shape")),
                "{'description':'A shape.','anyOf':[{'type':['object','null'],'properties':{'type':{'type':'string',"
                        + "'enum':['dot']}},'required':['type'],'additionalProperties':false},"
                        + "{'type':'object','properties':{'r':{'type':'integer'},'type':{'type':'string','enum':['circle']}},"
                        + "'required':['r','type'],'additionalProperties':false}]}");
    }

    @Test
    void branchesBeginWithDifferentProperties() {
        models.union(
                "Shape",
                "",
                branch("circle", "", property("r", INT)),
                branch("square", "", property("r", INT), property("a", INT)),
                branch("dot", ""));
        assertEquals(List.of("r", "a", "type"), firstNames(DialectOutput.property(STRICT, models, shape())));
        assertEquals(List.of(), DialectOutput.risks(STRICT, models.of(shape())));
    }

    @Test
    void branchesWithEqualFirstPropertyAreARisk() {
        models.union(
                "Shape",
                "",
                branch("circle", "", property("r", INT)),
                branch("ball", "", property("r", INT)),
                branch("ring", "", property("r", INT)),
                branch("dot", ""));
        assertEquals(
                List.of("$.x SAME_BEGINNING(ball, ring, type)", "$.x SAME_BEGINNING(ball, dot, type)"),
                DialectOutput.risks(STRICT, models.of(shape())));
    }

    @Test
    void branchesThatAreOnlyAValueBecomeOne() {
        models.union("Shape", "A shape.", branch("dot", "Small."), branch("blob", "Big."), branch("gone", ""));
        assertProperty(
                named("Shape"),
                "{'type':'object','description':'A shape. \\'dot\\': Small. \\'blob\\': Big.','properties':{'type':{"
                        + "'type':'string','enum':['dot','blob','gone']}},'required':['type'],"
                        + "'additionalProperties':false}");
    }

    @Test
    void mapsAndAnyJsonAreImpossible() {
        CodecModel codec =
                models.of(property("map", list(map(STRING, STRING))), property("any", optional(Scalar.JSON)));
        assertEquals(List.of("$.map[] MAP", "$.any ANY_JSON"), DialectOutput.inexpressible(STRICT, codec));
        LoweredSchema lowered = ToolSchemas.of(codec).in(STRICT);
        assertFalse(lowered.isPossible());
        assertThrows(IllegalStateException.class, lowered::text);
    }

    private Definition.Property shape() {
        return property("x", named("Shape"));
    }

    private static List<String> firstNames(String schema) {
        return Pattern.compile("'properties':\\{'([a-z]+)'")
                .matcher(schema)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private void assertProperty(TypeShape shape, String expected, String... unsupported) {
        DialectOutput.assertProperty(STRICT, models, property("x", shape), expected, unsupported);
    }
}
