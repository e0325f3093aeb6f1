package dev.escapement.processor.constraint;

import static dev.escapement.processor.constraint.CompiledCodec.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ConstraintConflict;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.PatternRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.ValueKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of rejected constraints: the position, the kind of problem and its arguments. */
class ConstraintProblemsTest {

    @Test
    void onATypeThatDoesNotHaveWhatTheyAreAbout() {
        ValueKind sizes = ValueKind.SIZED_VALUES;
        assertOtherType("3", "@Size(max = 3) int", "Size", sizes, ValueKind.NUMBER);
        assertOtherType("@NotEmpty", "@NotEmpty boolean", "NotEmpty", sizes, ValueKind.BOOLEAN);
        assertOtherType("1", "@Size(min = 1) char", "Size", sizes, ValueKind.CHARACTER);
        assertOtherType("9", "@Size(max = 9) byte[]", "Size", sizes, ValueKind.BYTES);
        assertOtherType("1", "@Min(1) String", "Min", ValueKind.NUMBERS, ValueKind.STRING);
        assertOtherType("1", "@Min(1) int[]", "Min", ValueKind.NUMBERS, ValueKind.ARRAY);
        assertOtherType("@Positive", "@Positive Other", "Positive", ValueKind.NUMBERS, type("Other"));
        assertOtherType("@NotBlank", "@NotBlank LocalDate", "NotBlank", ValueKind.STRINGS, type("LocalDate"));
        assertOtherType("\"x\"", "@Pattern(regexp = \"x\") List<String>", "Pattern", ValueKind.STRINGS, ValueKind.LIST);
        assertOtherType("@Past", "@Past String", "Past", ValueKind.TIMES, ValueKind.STRING);
        assertOtherType("@Future", "@Future Duration", "Future", ValueKind.TIMES, type("Duration"));
        assertOtherType("@AssertTrue", "@AssertTrue String", "AssertTrue", ValueKind.BOOLEANS, ValueKind.STRING);
        assertOtherType("3", "@Size(max = 3) JsonText", "Size", sizes, ValueKind.JSON);
        assertOtherType("3", "@Size(max = 3) OptionalInt", "Size", sizes, ValueKind.NUMBER);
    }

    private static Clause type(String name) {
        return ValueKind.OF_TYPE.with(name);
    }

    private static void assertOtherType(String place, String type, String annotation, ValueKind about, Clause shape) {
        assertEquals(
                List.of(problem(place, ProblemKind.CONSTRAINT_ON_OTHER_TYPE, annotation, about, shape)),
                CompiledCodec.problems(type + " a", "record Other(int number) {}"));
    }

    @Test
    void onTypeArgumentsToo() {
        assertOtherType(
                "List<@NotBlank Integer> a",
                "List<@NotBlank Integer>",
                "NotBlank",
                ValueKind.STRINGS,
                ValueKind.NUMBER);
        assertOtherType(
                "Map<@Min(1) String, Integer> a",
                "Map<@Min(1) String, Integer>",
                "Min",
                ValueKind.NUMBERS,
                ValueKind.STRING);
    }

    @Test
    void thatContradictEachOther() {
        assertNoNumber("1", "@Min(5) @Max(1) int", "Max", atLeast("5"), atMost("1"));
        assertNoNumber("0", "@Negative @Min(0) int", "Min", atLeast("0"), lessThan("0"));
        assertNoNumber("300", "@Min(300) byte", "Min", atLeast("300"), atMost("127"));
        assertNoNumber(
                "\"1e39\"",
                "@DecimalMin(\"1e39\") float",
                "DecimalMin",
                atLeast("1E+39"),
                atMost("3.4028234663852885981E+38"));
        assertNoNumber(
                "\"0.9\"",
                "@DecimalMin(\"0.1\") @DecimalMax(\"0.9\") long",
                "DecimalMax",
                atLeast("0.1"),
                atMost("0.9"));
        assertNoNumber(
                "100", "@Digits(integer = 2, fraction = 0) @Min(100) int", "Min", atLeast("100"), lessThan("100"));
        assertNoNumber(
                "\"0.09\"",
                "@DecimalMin(\"0.01\") @Digits(integer = 0, fraction = 1) @DecimalMax(\"0.09\") double",
                "DecimalMax",
                atLeast("0.01"),
                atMost("0.09"));
    }

    private static Clause atLeast(String limit) {
        return Expectation.AT_LEAST.with(limit);
    }

    private static Clause atMost(String limit) {
        return Expectation.AT_MOST.with(limit);
    }

    private static Clause lessThan(String limit) {
        return Expectation.LESS_THAN.with(limit);
    }

    private static void assertNoNumber(String place, String type, String annotation, Clause min, Clause max) {
        assertContradiction(
                place, type, ConstraintConflict.WITH_LIMITS.with(annotation), Expectation.BOTH_LIMITS.with(min, max));
    }

    private static void assertContradiction(String place, String type, Clause conflict, Clause expectation) {
        assertEquals(
                List.of(problem(place, ProblemKind.CONTRADICTION, conflict, expectation)),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void sizesThatContradictEachOther() {
        assertContradiction(
                "2",
                "@Size(min = 3, max = 2) String",
                ConstraintConflict.ALONE.with("Size"),
                Expectation.SIZE.with(3, 2));
        assertContradiction(
                "0",
                "@NotBlank @Size(max = 0) String",
                ConstraintConflict.WITH_SIZES.with("Size"),
                Expectation.SIZE.with(1, 0));
        assertContradiction(
                "@NotEmpty",
                "@Size(max = 0) @NotEmpty String[]",
                ConstraintConflict.WITH_SIZES.with("NotEmpty"),
                Expectation.SIZE.with(1, 0));
    }

    @Test
    void alternativesThatContradictEachOther() {
        assertContradiction(
                "@AssertFalse",
                "@AssertTrue @AssertFalse boolean",
                ConstraintConflict.WITH.with("AssertFalse", "AssertTrue"),
                Expectation.BOTH_AT_ONCE);
        assertContradiction(
                "@FutureOrPresent",
                "@Past @FutureOrPresent LocalDate",
                ConstraintConflict.WITH.with("FutureOrPresent", "Past"),
                Expectation.BOTH_AT_ONCE);
        CompiledCodec.of("@PastOrPresent @FutureOrPresent LocalDate a").acceptsAll("\"2026-06-15\"");
    }

    @Test
    void thatSayThatAnOptionalValueIsThere() {
        assertRequired("@NotNull", "@NotNull Optional<String>", "NotNull", "Optional");
        assertRequired("@NotNull", "@NotNull OptionalInt", "NotNull", "OptionalInt");
        assertRequired("@NotNull", "@Nullable @NotNull String", "NotNull", "@Nullable");
        assertRequired("@NotBlank", "@NotBlank @Nullable String", "NotBlank", "@Nullable");
        assertRequired("List<@Nullable @NotNull String> a", "List<@Nullable @NotNull String>", "NotNull", "@Nullable");
        CompiledCodec.of("Optional<@NotNull String> a, @NotBlank Optional<String> b");
    }

    private static void assertRequired(String place, String type, String annotation, String absent) {
        assertEquals(
                List.of(problem(place, ProblemKind.REQUIRED_AND_OPTIONAL, annotation, absent)),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void patternsThatAreNotPortable() {
        assertPattern("(?=a)b", PatternConstruct.LOOKAHEAD, 0, PatternRemedy.CODE);
        assertPattern("(a)\\\\1", PatternConstruct.BACKREFERENCE, 3, PatternRemedy.CODE);
        assertPattern("\\\\p{L}", PatternConstruct.UNICODE_PROPERTY, 0, PatternRemedy.RANGES);
        assertPattern("(?i)a", PatternConstruct.GROUP_WITH_FLAGS, 0, PatternRemedy.BOTH_CASES);
        assertPattern("\\\\Qa.b\\\\E", PatternConstruct.QUOTATION, 0, PatternRemedy.ESCAPED_EACH);
        assertPattern("a(b", PatternConstruct.OPENING_PARENTHESIS, 1, PatternRemedy.VALID_SYNTAX);
        assertPattern("*a", PatternConstruct.LONE_QUANTIFIER, 0, PatternRemedy.ESCAPED_QUANTIFIER);
        assertPattern("a{", PatternConstruct.OPENING_BRACE, 1, PatternRemedy.ESCAPED);
        assertPattern("a*?", PatternConstruct.LAZY_QUANTIFIER, 1, PatternRemedy.NOT_LAZY);
        assertPattern("\\\\za", Clause.of(PatternConstruct.OTHER_ESCAPE, "\\z"), 0, PatternRemedy.CHARACTER_OR_CODE);
    }

    private static void assertPattern(String literal, PatternConstruct construct, int index, PatternRemedy remedy) {
        assertPattern(literal, Clause.of(construct, ""), index, remedy);
    }

    private static void assertPattern(String literal, Clause construct, int index, PatternRemedy remedy) {
        assertEquals(
                List.of(problem(
                        "\"" + literal + "\"",
                        ProblemKind.PATTERN_NOT_PORTABLE,
                        literal.replace("\\\\", "\\"),
                        construct,
                        index,
                        remedy)),
                CompiledCodec.problems("@Pattern(regexp = \"" + literal + "\") String a"));
    }

    @Test
    void sizesBelowZero() {
        for (String member : List.of("min", "max")) {
            assertLimit("-5", "-5", "Size", Expectation.SIZE_LIMIT, "@Size(" + member + " = -5) List<String>");
        }
    }

    @Test
    void limitsThatAreNoNumbers() {
        for (String limit : List.of("x", "", "0x10", "1e99999", "NaN")) {
            assertLimit(
                    "\"" + limit + "\"",
                    limit,
                    "DecimalMin",
                    Expectation.DECIMAL_LIMIT,
                    "@DecimalMin(\"" + limit + "\") double");
        }
    }

    @Test
    void digitsThatCannotBeCounted() {
        for (String count : List.of("-1", "2000000000")) {
            assertLimit(
                    count,
                    count,
                    "Digits",
                    Expectation.DIGITS_LIMIT,
                    "@Digits(integer = 1, fraction = " + count + ") double");
        }
    }

    private static void assertLimit(String place, String limit, String annotation, Expectation valid, String type) {
        assertEquals(
                List.of(problem(place, ProblemKind.BAD_LIMIT, limit, annotation, valid)),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void membersThatAreNotHonoured() {
        CompiledCodec.of("@Size(max = 3, message = \"short\") String a");
        assertUnsupported(
                "String.class",
                "@Size(max = 3, groups = String.class) String",
                Declaration.ANNOTATION_ELEMENT.with("Size", "groups"),
                AnnotationRemedy.NONE);
        assertUnsupported(
                "Pattern.Flag.CASE_INSENSITIVE",
                "@Pattern(regexp = \"a\", flags = Pattern.Flag.CASE_INSENSITIVE) String",
                Declaration.ANNOTATION_ELEMENT.with("Pattern", "flags"),
                AnnotationRemedy.NONE);
    }

    @Test
    void placesWhereTheyCannotBeChecked() {
        assertUnsupported("List<@Min(1) int[]> a", "List<@Min(1) int[]>", "Min", AnnotationRemedy.LIST_OF_PRIMITIVES);
        assertEquals(
                List.of(problem(
                        "@NotBlank",
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        "NotBlank",
                        Declaration.METHOD.with("b", "Subject"),
                        AnnotationRemedy.CONSTRAINT_ON_COMPONENT)),
                CompiledCodec.problems("String a) { @NotBlank String b() { return a; } } record Other(int x"));
    }

    private static void assertUnsupported(String place, String type, Object annotation, AnnotationRemedy remedy) {
        assertEquals(
                List.of(problem(
                        place,
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        annotation,
                        Declaration.COMPONENT.with("a", "Subject"),
                        remedy)),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void oneFaultDoesNotHideAnother() {
        assertEquals(
                2,
                CompiledCodec.problems("@Size(max = 3) int a, @Pattern(regexp = \"(?=a)\") String b")
                        .size());
    }
}
