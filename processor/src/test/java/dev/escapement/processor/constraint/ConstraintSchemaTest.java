package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.functional.Oracle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder accepts exactly what an independent validator accepts under the canonical schema. */
class ConstraintSchemaTest {

    private static final List<String> NUMBERS = List.of(
            "-1e30",
            "-100",
            "-99.9",
            "-3",
            "-1",
            "-0.1",
            "-1e-400",
            "-0.0",
            "0",
            "0e5",
            "1e-400",
            "1e-300",
            "0.01",
            "0.05",
            "0.0999999999999999999999999",
            "0.1",
            "0.10",
            "1e-1",
            "0.1000000000000000000000001",
            "0.100000001",
            "0.5",
            "1",
            "1.0",
            "1.5",
            "1.50",
            "1.25",
            "2",
            "3",
            "4",
            "5",
            "5.0000000000000000000000001",
            "9.9e1",
            "99",
            "99.9",
            "99.99",
            "100",
            "1e2",
            "101",
            "127",
            "128",
            "9007199254740993",
            "1e30");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Min(1) @Max(99) int",
                "@Min(-3) @Max(5) byte",
                "@DecimalMin(\"0.5\") @DecimalMax(value = \"3\", inclusive = false) long",
                "@Positive BigInteger",
                "@NegativeOrZero short",
                "@Digits(integer = 2, fraction = 0) Integer",
                "@Positive double",
                "@Negative float",
                "@DecimalMax(\"0.1\") double",
                "@DecimalMax(\"0.1\") float",
                "@DecimalMax(value = \"0.1\", inclusive = false) double",
                "@DecimalMin(value = \"0.1\", inclusive = false) BigDecimal",
                "@DecimalMin(\"0.1\") @Max(5) double",
                "@Digits(integer = 2, fraction = 1) double",
                "@Digits(integer = 2, fraction = 1) BigDecimal",
                "@Digits(integer = 0, fraction = 2) float",
                "@Digits(integer = 2, fraction = 1) @Min(-1) @DecimalMax(\"1.5\") double"
            })
    void numbers(String type) {
        // The validator takes the remainder of doubles, for which these are 0.
        boolean inSteps = type.contains("@Digits");
        assertAgreement(type, NUMBERS.stream().filter(number -> !inSteps || !number.contains("e-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Size(min = 1, max = 3) String",
                "@NotBlank String",
                "@NotEmpty @Size(max = 2) String",
                "@Email String",
                "@Email(regexp = \".*x\") String",
                "@Pattern(regexp = \"A-\\\\d+\") String",
                "@Pattern(regexp = \"a|b\") @Size(min = 2) String",
                "@Pattern(regexp = \"[^ ]*\") @NotBlank String"
            })
    void strings(String type) {
        assertAgreement(
                type,
                Stream.of(
                        "\"\"",
                        "\" \"",
                        "\"\\u0000\"",
                        "\"\\u00a0\"",
                        "\"a\"",
                        "\"b\"",
                        "\"ab\"",
                        "\"abc\"",
                        "\"abcd\"",
                        "\"😀😀😀\"",
                        "\"😀😀😀😀\"",
                        "\"\\ud83d\"",
                        "\"a@b\"",
                        "\"a@b.x\"",
                        "\"a@@b\"",
                        "\"A-1\"",
                        "\"A-1\\n\"",
                        "\"A-\"",
                        "\"A-٣\"",
                        "1",
                        "null",
                        "[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Size(min = 1, max = 2) List<String>",
                "List<@NotBlank String>",
                "@NotEmpty Set<@Size(max = 1) String>",
                "@Size(max = 1) String[]",
                "@Size(max = 1) Optional<List<@Size(max = 2) String>>",
                "@Size(min = 1) Map<@Size(max = 1) String, @Size(min = 1) List<@NotBlank String>>",
                "Map<@Pattern(regexp = \"[a-b]\") String, @Size(max = 0) List<String>>",
                "Page<@NotBlank String>",
                "@Nullable @Size(max = 1) List<@Nullable @NotBlank String>"
            })
    void containers(String type) {
        assertAgreement(
                type.startsWith("@Nullable") ? type.replace("@NotBlank", "@Size(min = 1)") : type,
                Stream.of(
                        "[]",
                        "[\"\"]",
                        "[\"a\"]",
                        "[\"ab\"]",
                        "[\"abc\"]",
                        "[null]",
                        "[\"a\",\"b\"]",
                        "[\"a\",\"a\"]",
                        "[\"a\",\"b\",\"c\"]",
                        "{}",
                        "{\"a\":[\"x\"]}",
                        "{\"a\":[]}",
                        "{\"b\":[\"\"]}",
                        "{\"ab\":[\"x\"]}",
                        "{\"c\":[]}",
                        "{\"a\":[],\"b\":[]}",
                        "{\"item\":\"x\",\"items\":[]}",
                        "{\"item\":\"\",\"items\":[]}",
                        "{\"item\":\"x\",\"items\":[\"x\",\"y\",\"z\"]}",
                        "{\"item\":\"x\",\"items\":[\" \"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@AssertTrue boolean", "@AssertFalse Boolean", "@AssertTrue Optional<Boolean>"})
    void booleans(String type) {
        assertAgreement(type, Stream.of("true", "false", "0", "\"true\""));
    }

    @Test
    void aDefaultIsNotRequired() {
        CompiledCodec codec = CompiledCodec.of("@JsonProperty(defaultValue = \"2\") @Max(3) int a");
        assertTrue(codec.schema().contains("\"default\":2"), codec.schema());
        Oracle oracle = new Oracle(codec.schema());
        for (String json : List.of("{}", "{\"a\":3}", "{\"a\":4}", "{\"b\":4}")) {
            assertEquals(oracle.faults(json).isEmpty(), codec.violations(json).isEmpty(), json);
        }
    }

    private static void assertAgreement(String type, Stream<String> values) {
        CompiledCodec codec =
                CompiledCodec.of(type + " a", "record Page<T>(@Size(max = 2) List<T> items, @Size(max = 3) T item) {}");
        Oracle oracle = new Oracle(codec.schema());
        values.map(value -> "{\"a\":" + value + "}").forEach(json -> {
            String faults = oracle.faults(json);
            List<String> violations = codec.violations(json);
            assertEquals(
                    faults.isEmpty(),
                    violations.isEmpty(),
                    type + " of " + json + ": " + faults + " " + violations + codec.schema());
            // A double keeps fewer digits than its text may have: what is written again can break an exclusive limit.
            if (violations.isEmpty()
                    && !json.contains("e-4")
                    && !json.contains("00000000001")
                    && !json.contains("99999999999")) {
                assertEquals("", oracle.faults(codec.again(json)), type + " of " + json);
            }
        });
    }
}
