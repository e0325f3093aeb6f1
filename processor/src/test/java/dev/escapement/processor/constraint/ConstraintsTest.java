package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests of each constraint alone: the values that generated code accepts and encodes, and the violations of the others.
 */
class ConstraintsTest {

    @Test
    void sizeOfAStringCountsCodePoints() {
        CompiledCodec codec = CompiledCodec.of("@Size(min = 2, max = 3) String a");
        codec.acceptsAll("\"ab\"", "\"abc\"", "\"😀😀😀\"", "\"é\\ud83d\\ude00\"");
        codec.rejectsAll("at least 2 characters", "\"\"", "\"a\"", "\"😀\"");
        codec.rejectsAll("at most 3 characters", "\"abcd\"", "\"😀😀😀😀\"");
        assertEquals(
                List.of("$.a: expected at most 3 characters, found the string \"abcd\" of 4 characters"),
                codec.violations("{\"a\":\"abcd\"}"));
        assertEquals(
                List.of("$.a: expected a string, found 1"),
                codec.violations("{\"a\":1}"),
                "the type alone is reported");
    }

    @Test
    void sizeOfContainersCountsElements() {
        for (String type :
                List.of("List<String>", "Collection<String>", "Iterable<String>", "String[]", "Set<String>")) {
            CompiledCodec codec = CompiledCodec.of("@Size(min = 1, max = 2) " + type + " a");
            codec.acceptsAll("[\"x\"]", "[\"x\",\"y\"]");
            codec.rejectsAll("at least 1 element", "[]");
            codec.rejectsAll("at most 2 elements", "[\"x\",\"y\",\"z\"]");
            codec.rejectsAll("an array", "{}", "\"x\"");
            assertEquals(
                    List.of("$.a: expected at most 2 elements, found 3", "$.a[1]: expected a string, found 1"),
                    codec.violations("{\"a\":[\"x\",1,\"z\"]}"),
                    "both what is in it and how much");
        }
    }

    @Test
    void sizeOfArraysOfPrimitivesAndOfMaps() {
        CompiledCodec array = CompiledCodec.of("@Size(max = 2) int[] a");
        array.acceptsAll("[]", "[1,2]");
        array.rejectsAll("at most 2 elements", "[1,2,3]");
        CompiledCodec map = CompiledCodec.of("@Size(min = 1, max = 1) Map<String, Integer> a");
        map.acceptsAll("{\"x\":1}");
        map.rejectsAll("at least 1 property", "{}");
        map.rejectsAll("at most 1 property", "{\"x\":1,\"y\":2}");
    }

    @Test
    void notEmptyAndNotBlank() {
        CompiledCodec text = CompiledCodec.of("@NotEmpty String a");
        text.acceptsAll("\" \"");
        text.rejectsAll("at least 1 character", "\"\"");
        CompiledCodec list = CompiledCodec.of("@NotEmpty List<Integer> a");
        list.acceptsAll("[1]");
        list.rejectsAll("at least 1 element", "[]");
        CompiledCodec blank = CompiledCodec.of("@NotBlank String a");
        blank.acceptsAll("\" x\"", "\"\\u00a0\"", "\"!\"");
        blank.rejectsAll("text that is not blank", "\"\"", "\" \\t\\u0000\"");
    }

    @Test
    void notNullSaysWhatIsTrueAnyway() {
        CompiledCodec codec = CompiledCodec.of("@NotNull String a");
        codec.acceptsAll("\"\"");
        codec.rejectsAll("a string", "null");
    }

    @Test
    void minAndMax() {
        for (String type : List.of("byte", "Short", "int", "Integer", "long", "BigInteger")) {
            CompiledCodec codec = CompiledCodec.of("@Min(-3) @Max(5) " + type + " a");
            codec.acceptsAll("-3", "0", "5", "5.0", "5e0");
            codec.rejectsAll("at least -3", "-4", "-1e2");
            codec.rejectsAll("at most 5", "6", "1e2");
            codec.rejectsAll("an integer", "4.5", "\"4\"");
        }
        for (String type : List.of("float", "Double", "BigDecimal")) {
            CompiledCodec codec = CompiledCodec.of("@Min(-3) @Max(5) " + type + " a");
            codec.acceptsAll("-3", "-2.999", "5", "5.000");
            codec.rejectsAll("at least -3", "-3.0000000000000000000000001", "-1e30");
            codec.rejectsAll("at most 5", "5.0000000000000000000000001", "1e30");
        }
    }

    @Test
    void minOfALongBeyond32Bits() {
        CompiledCodec codec = CompiledCodec.of("@Min(5000000000L) long a");
        codec.acceptsAll("5000000000");
        codec.rejectsAll("at least 5000000000", "4999999999", "0");
    }

    @Test
    void decimalLimitsAreExact() {
        for (String type : List.of("float", "double", "BigDecimal")) {
            CompiledCodec max = CompiledCodec.of("@DecimalMax(\"0.1\") " + type + " a");
            max.acceptsAll("0.1", "0.10", "1e-1", "0.09999999999999999999999999", "-7");
            max.rejectsAll("at most 0.1", "0.1000000000000000000000001", "0.11", "1e3");
            CompiledCodec below = CompiledCodec.of("@DecimalMax(value = \"0.1\", inclusive = false) " + type + " a");
            below.acceptsAll("0", "0.05");
            below.rejectsAll("less than 0.1", "0.1", "0.100", "0.2");
            CompiledCodec above = CompiledCodec.of("@DecimalMin(value = \"-0.3\", inclusive = false) " + type + " a");
            above.acceptsAll("-0.2", "0");
            above.rejectsAll("more than -0.3", "-0.3", "-0.30000", "-0.31");
        }
    }

    @Test
    void decimalLimitsOfIntegersAreWhole() {
        CompiledCodec codec =
                CompiledCodec.of("@DecimalMin(\"0.5\") @DecimalMax(value = \"3\", inclusive = false) int a");
        codec.acceptsAll("1", "2");
        codec.rejectsAll("at least 1", "0");
        codec.rejectsAll("at most 2", "3");
        CompiledCodec.of("@DecimalMax(\"1e30\") long a").acceptsAll("9223372036854775807");
    }

    @Test
    void signs() {
        CompiledCodec.of("@Positive int a").rejectsAll("at least 1", "0", "-1");
        CompiledCodec.of("@PositiveOrZero int a").rejectsAll("at least 0", "-1");
        CompiledCodec.of("@Negative BigInteger a").rejectsAll("at most -1", "0", "1");
        CompiledCodec.of("@NegativeOrZero long a").rejectsAll("at most 0", "1");
        CompiledCodec positive = CompiledCodec.of("@Positive double a");
        positive.acceptsAll("1e-300", "0.1");
        positive.rejectsAll("more than 0", "0", "-0.0", "-1e-400", "0e99999999999");
        CompiledCodec.of("@NegativeOrZero BigDecimal a").rejectsAll("at most 0", "0.1");
    }

    @Test
    void digitsGoByTheNumberNotByItsText() {
        for (String type : List.of("double", "BigDecimal")) {
            CompiledCodec codec = CompiledCodec.of("@Digits(integer = 2, fraction = 1) " + type + " a");
            codec.acceptsAll("0", "99.9", "-99.9", "1.50", "1e1", "0.1");
            codec.rejectsAll(
                    "at most 2 digits before the decimal point and 1 after it", "100", "1e2", "0.01", "99.99", "-100");
        }
        for (String type : List.of("int", "long", "BigInteger")) {
            CompiledCodec codec = CompiledCodec.of("@Digits(integer = 2, fraction = 0) " + type + " a");
            codec.acceptsAll("0", "99", "-99", "9.9e1");
            codec.rejectsAll("at most 2 digits", "100", "-100");
        }
    }

    @Test
    void patternIsAboutTheWholeText() {
        CompiledCodec codec = CompiledCodec.of("@Pattern(regexp = \"A-\\\\d+|x\") String a");
        codec.acceptsAll("\"A-1\"", "\"x\"");
        codec.rejectsAll("text that matches ^(?:A-\\d+|x)$", "\"A-\"", "\"xx\"", "\"A-1\\n\"", "\"\"");
        assertTrue(codec.generatedSource().contains("PortablePattern.compile(\"^(?:A-\\\\d+|x)$\")"));
    }

    @Test
    void patternsTakeLinearTimeWhateverTheText() {
        CompiledCodec codec = CompiledCodec.of("@Pattern(regexp = \"(?:(?:a+)+|(?:a|aa)*)b\") String a");
        String hostile = "{\"a\":\"" + "a".repeat(100_000) + "\"}";
        List<String> violations = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> codec.violations(hostile));
        assertEquals(1, violations.size());
        assertTrue(violations.get(0).length() < 300, violations.get(0));
    }

    @Test
    void email() {
        CompiledCodec codec = CompiledCodec.of("@Email String a");
        codec.acceptsAll("\"a@b\"", "\"first.last+tag@sub.example.com\"");
        codec.rejectsAll("an e-mail address", "\"\"", "\"a\"", "\"a@\"", "\"a@b c\"", "\"a@-b.c\"");
        CompiledCodec more = CompiledCodec.of("@Email(regexp = \".*@example[.]com\") String a");
        more.acceptsAll("\"a@example.com\"");
        more.rejectsAll("text that matches ^.*@example[.]com$", "\"a@example.org\"");
    }

    @Test
    void booleans() {
        CompiledCodec yes = CompiledCodec.of("@AssertTrue boolean a");
        yes.acceptsAll("true");
        yes.rejectsAll("true", "false");
        yes.rejectsAll("true or false", "\"true\"");
        CompiledCodec no = CompiledCodec.of("@AssertFalse Boolean a");
        no.acceptsAll("false");
        no.rejectsAll("false", "true");
    }

    @Test
    void timesAreComparedWithTheMomentOfReading() {
        CompiledCodec past = CompiledCodec.of("@Past Instant a");
        past.acceptsAll("\"2026-06-15T11:59:59.999Z\"", "\"2026-06-15T13:00:00+02:00\"");
        past.rejectsAll("a time in the past", "\"2026-06-15T12:00:00Z\"", "\"2027-01-01T00:00:00Z\"");
        CompiledCodec pastDay = CompiledCodec.of("@PastOrPresent LocalDate a");
        pastDay.acceptsAll("\"2026-06-15\"", "\"2026-06-14\"");
        pastDay.rejectsAll("a date that is today or earlier", "\"2026-06-16\"");
        CompiledCodec future = CompiledCodec.of("@Future LocalDateTime a");
        future.acceptsAll("\"2026-06-15T12:00:01\"");
        future.rejectsAll("a time in the future", "\"2026-06-15T12:00:00\"");
        CompiledCodec futureDay = CompiledCodec.of("@FutureOrPresent YearMonth a");
        futureDay.acceptsAll("\"2026-06\"", "\"2026-07\"");
        futureDay.rejectsAll("a month that is this month or later", "\"2026-05\"");
    }

    @Test
    void whatWasAcceptedStaysAccepted() {
        CompiledCodec codec = CompiledCodec.of("@Future LocalDate a, @Max(3) int b");
        assertEquals(
                "Subject[a=2020-01-01, b=1]",
                codec.valueAgain("{\"a\":\"2020-01-01\",\"b\":1}").toString());
    }

    @Test
    void javaxIsTheSame() {
        CompiledCodec codec = CompiledCodec.of("@javax.validation.constraints.Max(3) int a");
        codec.rejectsAll("at most 3", "4");
    }

    @Test
    void theStrongestOfSeveralCounts() {
        CompiledCodec codec = CompiledCodec.of("@Min(1) @Positive @Min(3) @Max(10) @DecimalMax(\"7.5\") int a");
        codec.acceptsAll("3", "7");
        codec.rejectsAll("at least 3", "2");
        codec.rejectsAll("at most 7", "8");
    }

    @Test
    void allThatIsWrongIsReported() {
        CompiledCodec codec = CompiledCodec.of("@Size(min = 5) @Pattern(regexp = \"[a-z]*\") @NotBlank String a");
        assertEquals(
                List.of(
                        "$.a: expected at least 5 characters, found the string \" \" of 1 character",
                        "$.a: expected text that matches ^[a-z]*$, found the string \" \"",
                        "$.a: expected text that is not blank, found the string \" \""),
                codec.violations("{\"a\":\" \"}"));
    }
}
