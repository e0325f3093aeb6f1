package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Constraints that are refused: the place, and the whole message. */
class ConstraintProblemsTest {

    @Test
    void onATypeThatDoesNotHaveWhatTheyAreAbout() {
        String sizes = "strings, lists, sets, arrays and maps";
        assertOtherType("3", "@Size(max = 3) int", "Size", sizes, "a number");
        assertOtherType("@NotEmpty", "@NotEmpty boolean", "NotEmpty", sizes, "a boolean");
        assertOtherType("1", "@Size(min = 1) char", "Size", sizes, "a character");
        assertOtherType("9", "@Size(max = 9) byte[]", "Size", sizes, "a byte[], which is Base64 text in JSON");
        assertOtherType("1", "@Min(1) String", "Min", "numbers", "a string");
        assertOtherType("1", "@Min(1) int[]", "Min", "numbers", "an array");
        assertOtherType("@Positive", "@Positive Other", "Positive", "numbers", "a value of type Other");
        assertOtherType("@NotBlank", "@NotBlank LocalDate", "NotBlank", "strings", "a value of type LocalDate");
        assertOtherType("\"x\"", "@Pattern(regexp = \"x\") List<String>", "Pattern", "strings", "a list");
        assertOtherType("@Past", "@Past String", "Past", "dates and times of java.time", "a string");
        assertOtherType(
                "@Future", "@Future Duration", "Future", "dates and times of java.time", "a value of type Duration");
        assertOtherType("@AssertTrue", "@AssertTrue String", "AssertTrue", "booleans", "a string");
        assertOtherType("3", "@Size(max = 3) JsonText", "Size", sizes, "any JSON");
        assertOtherType("3", "@Size(max = 3) OptionalInt", "Size", sizes, "a number");
    }

    private static void assertOtherType(String place, String type, String annotation, String about, String shape) {
        assertEquals(
                List.of(place + " [ESC026] @" + annotation + " is about " + about + ", and stands on " + shape
                        + ", of which it could never be checked. Remove it, or change the type."),
                CompiledCodec.problems(type + " a", "record Other(int number) {}"));
    }

    @Test
    void onTypeArgumentsToo() {
        assertEquals(
                List.of(
                        "List<@NotBlank Integer> a [ESC026] @NotBlank is about strings, and stands on a number, of which it could never be checked."
                                + " Remove it, or change the type."),
                CompiledCodec.problems("List<@NotBlank Integer> a"));
        assertEquals(
                List.of(
                        "Map<@Min(1) String, Integer> a [ESC026] @Min is about numbers, and stands on a string, of which it could never be checked."
                                + " Remove it, or change the type."),
                CompiledCodec.problems("Map<@Min(1) String, Integer> a"));
    }

    @Test
    void thatContradictEachOther() {
        assertContradiction("1", "@Min(5) @Max(1) int", "@Max here", "at least 5 and at most 1");
        assertContradiction("0", "@Negative @Min(0) int", "@Min here", "at least 0 and less than 0");
        assertContradiction("300", "@Min(300) byte", "@Min here", "at least 300 and at most 127");
        assertContradiction(
                "\"1e39\"",
                "@DecimalMin(\"1e39\") float",
                "@DecimalMin here",
                "at least 1E+39 and at most 3.4028234663852885981E+38");
        assertContradiction(
                "\"0.9\"",
                "@DecimalMin(\"0.1\") @DecimalMax(\"0.9\") long",
                "@DecimalMax here",
                "at least 0.1 and at most 0.9");
        assertContradiction(
                "100",
                "@Digits(integer = 2, fraction = 0) @Min(100) int",
                "@Min here",
                "at least 100 and less than 100");
        assertContradiction(
                "\"0.09\"",
                "@DecimalMin(\"0.01\") @Digits(integer = 0, fraction = 1) @DecimalMax(\"0.09\") double",
                "@DecimalMax here",
                "at least 0.01 and at most 0.09");
    }

    private static void assertContradiction(String place, String type, String what, String words) {
        assertEquals(
                List.of(place + " [ESC027] " + what + " leaves no value that a model could give: it would have to be "
                        + words + ". Mend one of the limits."),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void sizesThatContradictEachOther() {
        assertContradiction("2", "@Size(min = 3, max = 2) String", "@Size", "at least 3 and at most 2 long");
        assertContradiction(
                "0",
                "@NotBlank @Size(max = 0) String",
                "@Size with what stands before it",
                "at least 1 and at most 0 long");
        assertContradiction(
                "@NotEmpty",
                "@Size(max = 0) @NotEmpty String[]",
                "@NotEmpty with what stands before it",
                "at least 1 and at most 0 long");
    }

    @Test
    void alternativesThatContradictEachOther() {
        assertContradiction(
                "@AssertFalse", "@AssertTrue @AssertFalse boolean", "@AssertFalse with @AssertTrue", "both at once");
        assertContradiction(
                "@FutureOrPresent", "@Past @FutureOrPresent LocalDate", "@FutureOrPresent with @Past", "both at once");
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
                List.of(place + " [ESC028] @" + annotation + " says that the value must be there, and " + absent
                        + " says that it may be missing. Remove one of the two."),
                CompiledCodec.problems(type + " a"));
    }

    @Test
    void patternsThatAreNotPortable() {
        String elsewhere = "which does not mean the same, or nothing, to some providers. ";
        String inCode = "Check it in the compact constructor, or say it with another annotation.";
        String noSyntax = "so it is no regular expression. ";
        String itself = "which some take for a part of the syntax. Escape it with a backslash.";
        assertPattern("(?=a)b", "a lookahead", 0, elsewhere + inCode);
        assertPattern("(a)\\\\1", "a backreference", 3, elsewhere + inCode);
        assertPattern("\\\\p{L}", "a Unicode property", 0, elsewhere + "Write ranges of characters like [A-Za-z].");
        assertPattern(
                "(?i)a", "a group with flags", 0, elsewhere + "For both cases of a letter write a class like [Aa].");
        assertPattern(
                "\\\\Qa.b\\\\E", "the escape \\Q", 0, elsewhere + "Escape each character of it with a backslash.");
        assertPattern(
                "\\\\za",
                "the escape \\z",
                0,
                elsewhere + "Write the character itself, or \\u and four hexadecimal digits.");
        assertPattern(
                "a(b",
                "a ( without its )",
                1,
                noSyntax + "Mend it; a character that stands for itself is escaped with a backslash.");
        assertPattern(
                "*a",
                "a quantifier with nothing to repeat",
                0,
                noSyntax + "Escape it with a backslash if it stands for itself.");
        assertPattern("a{", "a { that is not escaped", 1, itself);
        assertPattern(
                "a*?", "a lazy quantifier", 1, "which changes nothing about whether a text matches. Leave its ? out.");
    }

    private static void assertPattern(String literal, String construct, int index, String rest) {
        assertEquals(
                List.of("\"" + literal + "\" [ESC029] The regular expression " + literal.replace("\\\\", "\\") + " has "
                        + construct + " at index " + index
                        + ", " + rest),
                CompiledCodec.problems("@Pattern(regexp = \"" + literal + "\") String a"));
    }

    @Test
    void sizesBelowZero() {
        for (String member : List.of("min", "max")) {
            assertEquals(
                    List.of(
                            "-5 [ESC030] \"-5\" is no limit that @Size could have. Write a decimal number such as 0.01, of"
                                    + " at most 1000 digits; to count digits, a number from 0 to 1000; for a size, 0 or more."),
                    CompiledCodec.problems("@Size(" + member + " = -5) List<String> a"));
        }
    }

    @Test
    void limitsThatAreNoNumbers() {
        for (String limit : List.of("x", "", "0x10", "1e99999", "NaN")) {
            assertEquals(
                    List.of("\"" + limit + "\" [ESC030] \"" + limit
                            + "\" is no limit that @DecimalMin could have. Write a decimal number such as 0.01, of at most 1000"
                            + " digits; to count digits, a number from 0 to 1000; for a size, 0 or more."),
                    CompiledCodec.problems("@DecimalMin(\"" + limit + "\") double a"));
        }
    }

    @Test
    void digitsThatCannotBeCounted() {
        for (String count : List.of("-1", "2000000000")) {
            assertEquals(
                    List.of(
                            count + " [ESC030] \"" + count
                                    + "\" is no limit that @Digits could have. Write a decimal number"
                                    + " such as 0.01, of at most 1000 digits; to count digits, a number from 0 to 1000; for a size, 0 or more."),
                    CompiledCodec.problems("@Digits(integer = 1, fraction = " + count + ") double a"));
        }
    }

    @Test
    void membersThatAreNotHonoured() {
        CompiledCodec.of("@Size(max = 3, message = \"short\") String a");
        assertUnsupported("String.class", "@Size(max = 3, groups = String.class) String", "Size(groups = …)", "");
        assertUnsupported(
                "Pattern.Flag.CASE_INSENSITIVE",
                "@Pattern(regexp = \"a\", flags = Pattern.Flag.CASE_INSENSITIVE) String",
                "Pattern(flags = …)",
                "");
    }

    @Test
    void placesWhereTheyCannotBeChecked() {
        assertUnsupported(
                "List<@Min(1) int[]> a",
                "List<@Min(1) int[]>",
                "Min",
                "; elements of arrays of primitives are not checked, those of lists are");
        assertEquals(
                List.of(
                        "@NotBlank [ESC007] @NotBlank on the method b of Subject is not honoured, and to pass over it in silence"
                                + " would break what it promises. Remove it; constraints belong on the components."),
                CompiledCodec.problems("String a) { @NotBlank String b() { return a; } } record Other(int x"));
    }

    private static void assertUnsupported(String place, String type, String what, String remedy) {
        assertEquals(
                List.of(place + " [ESC007] @" + what
                        + " on the component a of Subject is not honoured, and to pass over it in"
                        + " silence would break what it promises. Remove it" + remedy + "."),
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
