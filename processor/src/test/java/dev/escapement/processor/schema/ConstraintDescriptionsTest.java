package dev.escapement.processor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A golden file with the wording of the sentences that state constraints in descriptions. Other tests refer to the
 * methods of {@link ConstraintDescriptions}. The system property {@code golden.update} rewrites the file.
 */
class ConstraintDescriptionsTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/descriptions/constraints.txt");

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        String catalogue = String.join("\n", sentences()) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(CATALOGUE.getParent());
            Files.writeString(CATALOGUE, catalogue);
        }

        assertEquals(Files.readString(CATALOGUE), catalogue);
    }

    private static List<String> sentences() {
        return List.of(
                relative(true, false, TextForm.INSTANT),
                relative(true, false, TextForm.LOCAL_DATE),
                relative(true, false, TextForm.YEAR_MONTH),
                relative(true, false, TextForm.YEAR),
                relative(true, true, TextForm.INSTANT),
                relative(true, true, TextForm.LOCAL_DATE),
                relative(true, true, TextForm.YEAR_MONTH),
                relative(true, true, TextForm.YEAR),
                relative(false, false, TextForm.INSTANT),
                relative(false, false, TextForm.LOCAL_DATE),
                relative(false, false, TextForm.YEAR_MONTH),
                relative(false, false, TextForm.YEAR),
                relative(false, true, TextForm.INSTANT),
                relative(false, true, TextForm.LOCAL_DATE),
                relative(false, true, TextForm.YEAR_MONTH),
                relative(false, true, TextForm.YEAR),
                ConstraintDescriptions.form(TextForm.UUID.words()),
                ConstraintDescriptions.pattern(new Schema.Expression(new Constraint.Matches("^A-\\d+$", ""))),
                ConstraintDescriptions.pattern(new Schema.Expression(Constraint.Matches.NOT_BLANK)),
                ConstraintDescriptions.atLeast(1, "entry"),
                ConstraintDescriptions.atLeast(2, "entry"),
                ConstraintDescriptions.atMost(5, "character"),
                ConstraintDescriptions.exactly(new Schema.Size(2, 2), "item"),
                ConstraintDescriptions.minimum(bound(false)),
                ConstraintDescriptions.minimum(bound(true)),
                ConstraintDescriptions.maximum(bound(false)),
                ConstraintDescriptions.maximum(bound(true)),
                ConstraintDescriptions.step(new BigDecimal("0.01")),
                ConstraintDescriptions.only(true),
                ConstraintDescriptions.unique(),
                ConstraintDescriptions.isDefault("\"a\""),
                ConstraintDescriptions.nullIsDefault("3"),
                ConstraintDescriptions.keys(ScalarSchemas.oneOf(List.of("RED", "BLUE"), Schema.Notes.NONE)),
                ConstraintDescriptions.keys(ScalarSchemas.key(Scalar.CHAR)),
                ConstraintDescriptions.keys(ScalarSchemas.key(Scalar.INT)),
                ConstraintDescriptions.keys(TextForm.UUID.words()),
                ConstraintDescriptions.keys(new Constraint.Minimum(BigDecimal.ONE, false), Scalar.INT),
                ConstraintDescriptions.keys(new Constraint.Maximum(BigDecimal.TEN, true), Scalar.INT),
                ConstraintDescriptions.keys(new Constraint.Digits(3, 2), Scalar.INT),
                ConstraintDescriptions.keys(
                        new Constraint.Relative(true, false), new TypeShape.TextOf(TextForm.LOCAL_DATE)),
                ConstraintDescriptions.branch("type", "card", "By card.", List.of("number"), List.of("note")),
                ConstraintDescriptions.branch("type", "cash", "", List.of(), List.of("note")),
                ConstraintDescriptions.branch("type", "later", "", List.of(), List.of()),
                ConstraintDescriptions.property("note", "Free text."));
    }

    private static String relative(boolean past, boolean orPresent, TextForm form) {
        return ConstraintDescriptions.relative(new Constraint.Relative(past, orPresent), new TypeShape.TextOf(form));
    }

    private static Schema.Bound bound(boolean exclusive) {
        return new Schema.Bound(BigDecimal.TEN, exclusive, false);
    }
}
