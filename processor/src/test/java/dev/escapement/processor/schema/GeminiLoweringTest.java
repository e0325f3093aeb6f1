package dev.escapement.processor.schema;

import static dev.escapement.processor.schema.ConstraintDescriptions.atLeast;
import static dev.escapement.processor.schema.ConstraintDescriptions.atMost;
import static dev.escapement.processor.schema.ConstraintDescriptions.form;
import static dev.escapement.processor.schema.ConstraintDescriptions.isDefault;
import static dev.escapement.processor.schema.ConstraintDescriptions.keys;
import static dev.escapement.processor.schema.ConstraintDescriptions.minimum;
import static dev.escapement.processor.schema.ConstraintDescriptions.only;
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
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the lowering to the keywords that Gemini documents. */
class GeminiLoweringTest {

    private static final SchemaDialect GEMINI = SchemaDialect.GEMINI;

    private final ModelFixtures models = new ModelFixtures();

    @Test
    void anObjectRepeatsTheOrderOfItsProperties() {
        assertEquals(
                "{'type':'object','properties':{'b':{'type':'string'},'a':{'type':['string','null']}},"
                        + "'required':['b'],'additionalProperties':false,'propertyOrdering':['b','a']}",
                DialectOutput.schema(GEMINI, models.of(property("b", STRING), property("a", nullable(STRING)))));
    }

    @Test
    void inclusiveBoundsStayAndAllElseIsSaid() {
        assertProperty(
                constrained(
                        Scalar.DECIMAL,
                        new Constraint.Minimum(BigDecimal.ZERO, true),
                        new Constraint.Maximum(BigDecimal.TEN, false)),
                "{'type':'number'," + described(minimum(new Schema.Bound(BigDecimal.ZERO, true, false)))
                        + ",'minimum':0,'maximum':10}",
                "$.x exclusiveMinimum");
        assertProperty(
                constrained(Scalar.BOOLEAN, new Constraint.Is(true)),
                "{'type':'boolean'," + described(only(true)) + "}",
                "$.x enum");
        assertProperty(
                constrained(list(STRING), new Constraint.Count(1, 3)),
                "{'type':'array','items':{'type':'string'},'minItems':1,'maxItems':3}");
    }

    @Test
    void formatsOfTimesStayAndOthersAreSaid() {
        assertProperty(new TypeShape.TextOf(TextForm.LOCAL_DATE), "{'type':'string','format':'date'}");
        assertProperty(
                new TypeShape.TextOf(TextForm.UUID),
                "{'type':'string'," + described(form(TextForm.UUID.words())) + "}",
                "$.x format");
    }

    @Test
    void theNamesAndTheNumberOfAMapAreSaid() {
        models.constants("Colour", "RED", "BLUE");
        assertProperty(
                constrained(map(named("Colour"), INT), new Constraint.Count(1, Integer.MAX_VALUE)),
                "{'type':'object',"
                        + described(
                                atLeast(1, "entry"),
                                keys(ScalarSchemas.oneOf(List.of("RED", "BLUE"), Schema.Notes.NONE)))
                        + ",'additionalProperties':{'type':'integer'}}",
                "$.x minProperties",
                "$.x propertyNames");
        assertProperty(
                map(new TypeShape.TextOf(TextForm.UUID), STRING),
                "{'type':'object'," + described(keys(TextForm.UUID.words()))
                        + ",'additionalProperties':{'type':'string'}}",
                "$.x propertyNames");
        assertProperty(
                map(Scalar.CHAR, STRING),
                "{'type':'object'," + described(keys(ScalarSchemas.key(Scalar.CHAR)))
                        + ",'additionalProperties':{'type':'string'}}",
                "$.x propertyNames");
    }

    @Test
    void aDefaultIsSaid() {
        DialectOutput.assertProperty(
                GEMINI,
                models,
                property("x", "", constrained(STRING, new Constraint.Length(0, 5)), "\"a\""),
                "{'type':'string'," + described(atMost(5, "character"), isDefault("\"a\"")) + "}",
                "$.x maxLength",
                "$.x default");
    }

    @Test
    void aChoiceIsOneObjectThatSaysWhatBelongsTogether() {
        models.union(
                "Payment",
                "How to pay.",
                branch("card", "By card.", property("number", STRING), property("note", optional(STRING))),
                branch("cash", "", property("note", optional(STRING))),
                branch("later", ""));
        assertProperty(
                named("Payment"),
                "{'type':'object',"
                        + described(
                                "How to pay.",
                                ConstraintDescriptions.branch(
                                        "type", "card", "By card.", List.of("number"), List.of("note")),
                                ConstraintDescriptions.branch("type", "cash", "", List.of(), List.of("note")),
                                ConstraintDescriptions.branch("type", "later", "", List.of(), List.of()))
                        + ",'properties':{'type':{'type':'string','enum':['card','cash','later']},"
                        + "'number':{'type':'string'},'note':{'type':'string'}},'required':['type'],"
                        + "'additionalProperties':false,'propertyOrdering':['type','number','note']}",
                "$.x anyOf");
    }

    @Test
    void propertiesOfOneNameAcceptWhatEitherAccepts() {
        models.union(
                "Amount",
                "",
                branch("whole", "", property("value", constrained(INT, new Constraint.Minimum(BigDecimal.ONE, false)))),
                branch("part", "", property("value", Scalar.DECIMAL)));
        assertProperty(
                named("Amount"),
                "{'type':'object',"
                        + described(
                                ConstraintDescriptions.branch("type", "whole", "", List.of("value"), List.of()),
                                ConstraintDescriptions.branch("type", "part", "", List.of("value"), List.of()))
                        + ",'properties':{'type':{'type':'string','enum':['whole','part']},"
                        + "'value':{'type':'number'}},'required':['type','value'],'additionalProperties':false,"
                        + "'propertyOrdering':['type','value']}",
                "$.x anyOf");
    }

    @Test
    void propertiesOfOneNameAndDifferentKindsAreImpossible() {
        models.union(
                "Amount", "", branch("a", "", property("value", INT)), branch("b", "", property("value", list(INT))));
        assertEquals(
                List.of("$.x.value DIFFERENT_KINDS"),
                DialectOutput.inexpressible(GEMINI, models.of(property("x", named("Amount")))));
    }

    @Test
    void aTypeThatContainsItselfIsWrittenOutAFewLevelsDeep() {
        models.record("Node", "A node.", property("next", optional(named("Node"))));
        CodecModel codec = models.of(property("x", named("Node")));
        String end = "{'type':'object','description':'A node.','properties':{},'required':[],"
                + "'additionalProperties':false,'propertyOrdering':[]}";
        String schema = DialectOutput.property(GEMINI, models, property("x", named("Node")));
        assertEquals(2, schema.split("'next':", -1).length - 1, schema);
        assertEquals(true, schema.contains("'next':" + end), schema);
        assertEquals(List.of("$.x.next 3"), DialectOutput.truncations(GEMINI, codec));
        assertEquals(List.of(), DialectOutput.unsupported(GEMINI, codec));
    }

    @Test
    void recursiveBranchesAreOmittedAtMaximumDepth() {
        models.union(
                "Formula",
                "",
                branch("sum", "", property("left", named("Formula")), property("right", named("Formula"))),
                branch("number", "", property("value", INT)));
        String schema = DialectOutput.property(GEMINI, models, property("x", named("Formula")));
        assertEquals(1 + 2 + 4, schema.split("'value':", -1).length - 1, schema);
        assertEquals(
                List.of("$.x.left 3", "$.x.right 3"),
                DialectOutput.truncations(GEMINI, models.of(property("x", named("Formula")))));
    }

    @Test
    void aTypeThatMustContainItselfIsImpossible() {
        models.record("Node", "", property("nodes", list(named("Node"))));
        assertEquals(
                List.of("$.x.nodes REQUIRED_RECURSION"),
                DialectOutput.inexpressible(GEMINI, models.of(property("x", named("Node")))));
    }

    @Test
    void aTypeThatWouldGrowTooMuchIsWrittenOutLess() {
        List<Definition.Property> properties = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            properties.add(property("p" + i, optional(named("Node"))));
        }
        models.record("Node", "", properties.toArray(new Definition.Property[0]));
        String schema = DialectOutput.property(GEMINI, models, property("x", named("Node")));
        assertEquals(-1, schema.indexOf("'p0':"), "not even once in itself: 40 times 40 is too many");
    }

    @Test
    void anyJsonIsImpossible() {
        assertEquals(
                List.of("$.x ANY_JSON"), DialectOutput.inexpressible(GEMINI, models.of(property("x", Scalar.JSON))));
    }

    private void assertProperty(TypeShape shape, String expected, String... unsupported) {
        DialectOutput.assertProperty(GEMINI, models, property("x", shape), expected, unsupported);
    }
}
