package dev.escapement.processor.schema;

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
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.processor.functional.SchemaOracle;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the canonical schema. */
class SchemaBuilderTest {

    private final ModelFixtures models = new ModelFixtures();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STRING|{'type':'string'}",
                "CHAR|{'type':'string','minLength':1,'maxLength':1,'pattern':'^[\\u0000-\\uffff]$'}",
                "BOOLEAN|{'type':'boolean'}",
                "BYTE|{'type':'integer','minimum':-128,'maximum':127}",
                "SHORT|{'type':'integer','minimum':-32768,'maximum':32767}",
                "INT|{'type':'integer','minimum':-2147483648,'maximum':2147483647}",
                "LONG|{'type':'integer','minimum':-9223372036854775808,'maximum':9223372036854775807}",
                "BIG_INTEGER|{'type':'integer'}",
                "FLOAT|{'type':'number','minimum':-3.4028235E38,'maximum':3.4028235E38}",
                "DOUBLE|{'type':'number','minimum':-1.7976931348623157E308,'maximum':1.7976931348623157E308}",
                "DECIMAL|{'type':'number'}",
                "JSON|{}"
            })
    void aScalarHasTheRangeOfItsJavaType(Scalar scalar, String expected) {
        assertCanonical(scalar, expected);
    }

    @ParameterizedTest
    @EnumSource
    void aTextHasItsFormatAndItsExactPattern(TextForm form) {
        String schema = canonical(new TypeShape.TextOf(form));
        assertEquals(!form.format().isEmpty(), schema.contains("'format':'" + form.format() + "'"), schema);
        assertEquals(!form.pattern().isEmpty(), schema.contains("'pattern':"), schema);
    }

    @Test
    void aListHasElementsAndASetHasDifferentOnes() {
        assertCanonical(list(STRING), "{'type':'array','items':{'type':'string'}}");
        assertCanonical(
                set(nullable(STRING)), "{'type':'array','items':{'type':['string','null']},'uniqueItems':true}");
        assertCanonical(set(Scalar.DECIMAL), "{'type':'array','items':{'type':'number'},'uniqueItems':true}");
    }

    @Test
    void theNamesOfAMapAreThoseOfItsKeys() {
        models.constants("Colour", "RED", "BLUE");
        assertCanonical(map(STRING, Scalar.BOOLEAN), "{'type':'object','additionalProperties':{'type':'boolean'}}");
        assertCanonical(
                map(named("Colour"), STRING),
                "{'type':'object','propertyNames':{'enum':['RED','BLUE']},'additionalProperties':{'type':'string'}}");
        assertEquals(
                "{'type':'object','propertyNames':{'pattern':'"
                        + TextForm.integerPattern(Scalar.INT).replace("\\", "\\\\")
                        + "'},'additionalProperties':{'type':'string'}}",
                canonical(map(INT, STRING)));
    }

    @Test
    void anObjectIsClosedAndNeedsWhatIsNotOptional() {
        models.record("Point", "A point.", property("x", Scalar.BOOLEAN), property("y", optional(Scalar.BOOLEAN)));
        assertCanonical(
                named("Point"),
                "{'type':'object','description':'A point.','properties':{'x':{'type':'boolean'},"
                        + "'y':{'type':'boolean'}},'required':['x'],'additionalProperties':false}");
    }

    @Test
    void aDescriptionWhereATypeIsUsedWinsOverItsOwn() {
        models.record("Point", "A point.");
        assertEquals(
                "{'type':'object','description':'The corner.','properties':{},'required':[],"
                        + "'additionalProperties':false}",
                DialectOutput.property(
                        SchemaDialect.JSON_SCHEMA, models, property("x", "The corner.", named("Point"))));
    }

    @Test
    void anEnumThatMayBeNullHasNullAmongItsValues() {
        models.constants("Colour", "RED", "BLUE");
        assertCanonical(nullable(named("Colour")), "{'type':['string','null'],'enum':['RED','BLUE',null]}");
    }

    @Test
    void aChoiceBeginsWithItsDiscriminator() {
        models.union("Shape", "A shape.", branch("dot", ""), branch("circle", "Round.", property("r", STRING)));
        assertCanonical(
                nullable(named("Shape")),
                "{'description':'A shape.','anyOf':["
                        + "{'type':'object','properties':{'type':{'type':'string','enum':['dot']}},"
                        + "'required':['type'],'additionalProperties':false},"
                        + "{'type':'object','description':'Round.','properties':{'type':{'type':'string',"
                        + "'enum':['circle']},'r':{'type':'string'}},'required':['type','r'],"
                        + "'additionalProperties':false},{'type':'null'}]}");
    }

    @Test
    void aChoiceOfOneIsNone() {
        models.union("Shape", "A shape.", branch("dot", "Small."));
        assertCanonical(
                named("Shape"),
                "{'type':'object','description':'A shape. Small.','properties':{'type':{'type':'string',"
                        + "'enum':['dot']}},'required':['type'],'additionalProperties':false}");
    }

    @Test
    void aTypeThatContainsItselfIsADefinition() {
        models.record("Folder", "A folder.", property("folders", list(named("Folder"))))
                .record("Drive", "", property("root", "Where it begins.", nullable(named("Folder"))));
        assertEquals(
                "{'type':'object','properties':{'drive':{'type':'object','properties':{'root':{"
                        + "'description':'Where it begins.','anyOf':[{'$ref':'#/$defs/Folder'},{'type':'null'}]}},"
                        + "'required':[],'additionalProperties':false}},'required':['drive'],"
                        + "'additionalProperties':false,'$defs':{'Folder':{'type':'object',"
                        + "'description':'A folder.','properties':{'folders':{'type':'array','items':{"
                        + "'$ref':'#/$defs/Folder'}}},'required':['folders'],'additionalProperties':false}}}",
                DialectOutput.schema(SchemaDialect.JSON_SCHEMA, models.of(property("drive", named("Drive")))));
    }

    @Test
    void theRootIsReferredToAsSuch() {
        models.record("Folder", "A folder.", property("parent", optional(named("Folder"))));
        assertEquals(
                "{'type':'object','properties':{'parent':{'$ref':'#'}},'required':[],"
                        + "'additionalProperties':false}",
                DialectOutput.schema(SchemaDialect.JSON_SCHEMA, models.rootedAt("Folder")));
    }

    @Test
    void rulesForTextsAndContainersAreKeywords() {
        assertCanonical(
                constrained(STRING, new Constraint.Length(2, 9), new Constraint.Length(0, 5)),
                "{'type':'string','minLength':2,'maxLength':5}");
        assertCanonical(constrained(STRING, new Constraint.Matches("^a", "")), "{'type':'string','pattern':'^a'}");
        assertCanonical(
                constrained(STRING, new Constraint.Matches("^a", ""), new Constraint.Matches("z$", "")),
                "{'type':'string','allOf':[{'pattern':'^a'},{'pattern':'z$'}]}");
        assertCanonical(
                constrained(list(STRING), new Constraint.Count(1, 3)),
                "{'type':'array','items':{'type':'string'},'minItems':1,'maxItems':3}");
        assertCanonical(
                constrained(map(STRING, STRING), new Constraint.Count(1, Integer.MAX_VALUE)),
                "{'type':'object','additionalProperties':{'type':'string'},'minProperties':1}");
        assertCanonical(constrained(Scalar.BOOLEAN, new Constraint.Is(true)), "{'type':'boolean','enum':[true]}");
        assertCanonical(
                nullable(constrained(Scalar.BOOLEAN, new Constraint.Is(false))),
                "{'type':['boolean','null'],'enum':[false,null]}");
    }

    @Test
    void anIntegerHasInclusiveLimitsOnly() {
        assertCanonical(
                constrained(
                        Scalar.BIG_INTEGER,
                        new Constraint.Minimum(BigDecimal.ZERO, true),
                        new Constraint.Maximum(new BigDecimal("9.5"), true)),
                "{'type':'integer','minimum':1,'maximum':9}");
        assertCanonical(
                constrained(Scalar.BYTE, new Constraint.Minimum(new BigDecimal("-1000"), false)),
                "{'type':'integer','minimum':-128,'maximum':127}");
    }

    @Test
    void theStricterOfTwoLimitsStays() {
        Constraint atLeastZero = new Constraint.Minimum(BigDecimal.ZERO, false);
        Constraint aboveZero = new Constraint.Minimum(new BigDecimal("0.0"), true);
        String expected = "{'type':'number','exclusiveMinimum':0}";
        assertCanonical(constrained(Scalar.DECIMAL, atLeastZero, aboveZero), expected);
        assertCanonical(constrained(Scalar.DECIMAL, aboveZero, atLeastZero), expected);
    }

    @Test
    void digitsAreLimitsAndSteps() {
        assertCanonical(
                constrained(Scalar.DECIMAL, new Constraint.Digits(3, 2)),
                "{'type':'number','minimum':-999.99,'maximum':999.99,'multipleOf':0.01}");
        assertCanonical(
                constrained(Scalar.BIG_INTEGER, new Constraint.Digits(2, 2)),
                "{'type':'integer','minimum':-99,'maximum':99}");
    }

    @ParameterizedTest
    @CsvSource({"true,false", "true,true", "false,false", "false,true"})
    void aTimeBeforeOrAfterNowIsASentence(boolean past, boolean orPresent) {
        Constraint.Relative relative = new Constraint.Relative(past, orPresent);
        TypeShape time = constrained(STRING, relative);
        assertEquals(
                "{'type':'string'," + described("When.", ConstraintDescriptions.relative(relative, STRING)) + "}",
                DialectOutput.property(SchemaDialect.JSON_SCHEMA, models, property("x", "When", time)));
    }

    @Test
    void aRuleWithoutAMeaningForItsTypeIsADefect() {
        TypeShape wrong = constrained(Scalar.BOOLEAN, new Constraint.Length(1, 2));
        assertThrows(IllegalArgumentException.class, () -> canonical(wrong));
    }

    @Test
    void aPropertyWithADefaultMayBeLeftOut() {
        assertEquals(
                "{'type':'object','properties':{'x':{'type':'string','default':'a'}},'required':[],"
                        + "'additionalProperties':false}",
                DialectOutput.schema(SchemaDialect.JSON_SCHEMA, models.of(property("x", "", STRING, "\"a\""))));
    }

    /** Asserts the schema, and its validity for the meta schema of the specification. */
    private void assertCanonical(TypeShape shape, String expected) {
        assertEquals(expected, canonical(shape));
        new SchemaOracle(canonical(shape).replace('\'', '"'));
    }

    private String canonical(TypeShape shape) {
        return DialectOutput.property(SchemaDialect.JSON_SCHEMA, models, property("x", shape));
    }
}
