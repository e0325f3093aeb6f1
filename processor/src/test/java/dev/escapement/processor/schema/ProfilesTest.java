package dev.escapement.processor.schema;

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

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that lowered schemas conform to third-party descriptions of the providers' subsets. */
class ProfilesTest {

    private final ModelFixtures models = new ModelFixtures()
            .constants("Colour", "RED", "BLUE")
            .record("Point", "A point.", property("x", INT), property("y", optional(INT)))
            .record("Nothing", "")
            .union(
                    "Shape",
                    "A shape.",
                    branch("dot", "", property("at", named("Point"))),
                    branch("circle", "Round.", property("at", named("Point")), property("r", Scalar.DOUBLE)),
                    branch("none", ""),
                    branch("all", ""))
            .union("Lonely", "", branch("only", "", property("x", INT)))
            .record(
                    "Tree",
                    "A tree.",
                    property("left", "The left one.", optional(named("Tree"))),
                    property("value", INT))
            .union(
                    "Formula",
                    "",
                    branch(
                            "sum",
                            "",
                            property("left", "One.", named("Formula")),
                            property("right", "The other.", named("Formula"))),
                    branch("number", "", property("value", INT)));

    @Test
    void theCheckOfOpenAiKnowsRightFromWrong() {
        assertExamples(openAi());
    }

    @Test
    void theChecksOfGeminiKnowRightFromWrong() {
        assertExamples(new Profile("gemini_202602", false));
        assertExamples(new Profile("gemini_202503", false));
    }

    @Test
    void everyStrictSchemaIsWithinWhatOpenAiAccepts() {
        Profile profile = openAi();
        for (CodecModel codec : subjects()) {
            assertAccepted(profile, SchemaDialect.OPENAI_STRICT, codec);
        }
    }

    @Test
    void everySchemaForGeminiIsWithinWhatItAccepts() {
        Profile profile = new Profile("gemini_202602", false);
        Profile older = new Profile("gemini_202503", false);
        for (CodecModel codec : subjects()) {
            assertAccepted(profile, SchemaDialect.GEMINI, codec);
            assertAccepted(older, SchemaDialect.GEMINI, codec);
        }
        assertAccepted(profile, SchemaDialect.GEMINI, models.of(property("m", map(named("Colour"), named("Point")))));
    }

    private static Profile openAi() {
        return new Profile("openai_202602", true);
    }

    private static void assertExamples(Profile profile) {
        for (Path valid : profile.examples("valid")) {
            assertEquals("", profile.faults(Profile.read(valid)), valid::toString);
        }
        for (Path invalid : profile.examples("invalid")) {
            assertFalse(profile.faults(Profile.read(invalid)).isEmpty(), invalid::toString);
        }
    }

    private static void assertAccepted(Profile profile, SchemaDialect dialect, CodecModel codec) {
        String schema = ToolSchemas.of(codec).in(dialect).text().compact();
        assertEquals("", profile.faults(schema), schema);
    }

    private List<CodecModel> subjects() {
        List<TypeShape> shapes = new ArrayList<>(List.of(
                named("Colour"),
                named("Point"),
                named("Nothing"),
                named("Shape"),
                named("Lonely"),
                named("Tree"),
                named("Formula"),
                constrained(STRING, new Constraint.Length(1, 9), new Constraint.Matches("^a", "")),
                constrained(STRING, new Constraint.Matches("^a", ""), new Constraint.Matches("z$", "")),
                constrained(Scalar.DECIMAL, new Constraint.Digits(3, 2)),
                constrained(Scalar.DOUBLE, new Constraint.Minimum(BigDecimal.ZERO, true)),
                constrained(INT, new Constraint.Maximum(BigDecimal.TEN, true)),
                constrained(Scalar.BOOLEAN, new Constraint.Is(true))));
        Arrays.stream(Scalar.values()).filter(scalar -> scalar != Scalar.JSON).forEach(shapes::add);
        Arrays.stream(TextForm.values()).map(TypeShape.TextOf::new).forEach(shapes::add);
        List<CodecModel> subjects = new ArrayList<>(List.of(models.of(), models.rootedAt("Tree")));
        for (TypeShape shape : shapes) {
            subjects.add(models.of(
                    property("plain", shape),
                    property("described", "What it is.", shape),
                    property("maybe", "What it may be.", optional(shape)),
                    property("never", nullable(shape)),
                    property("many", list(shape)),
                    property("different", optional(constrained(set(nullable(shape)), new Constraint.Count(2, 5)))),
                    property("defaulted", "", shape, "null")));
        }
        return subjects;
    }
}
