package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.json.Decoded;
import dev.escapement.tool.Dialect;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of schemas and decoders with a second validator, as {@link ToolContractTest} tests them with the first. Every
 * disagreement has a name and is counted; any other fails. {@code -Descapement.mutants=…} sets the number of texts for
 * each tool.
 */
class SecondValidatorTest {

    private static final long SEED = Long.getLong("escapement.seed", 20261122L);
    private static final int MUTANTS = Integer.getInteger("escapement.mutants", 50);

    private static final String AGREE = "both validators and the decoder agree";
    private static final String REPAIRED = "decoder: repaired";
    private static final String INEXPRESSIBLE = "decoder: a rule that a schema cannot express";
    private static final String TINY_REMAINDER = "first validator: a remainder below the smallest double is 0";

    private static final Map<String, Integer> TALLY = new TreeMap<>();

    static List<Subject<?>> subjects() {
        return Subjects.all();
    }

    @AfterAll
    static void reportTally() {
        System.out.println("Two validators and the decoder, seed " + SEED + ": " + TALLY);
        assertTrue(
                TALLY.getOrDefault(AGREE, 0)
                        > 0.9 * TALLY.values().stream().mapToInt(n -> n).sum(),
                TALLY::toString);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void everyDisagreementHasAName(Subject<T> subject) {
        String schema = subject.spec().schema(Dialect.JSON_SCHEMA);
        SchemaOracle first = new SchemaOracle(schema);
        SecondOracle second = new SecondOracle(schema);
        SplittableRandom random = new SplittableRandom(SEED + subject.toString().hashCode());
        RandomValues values = new RandomValues(random, subject.edges());
        Mutator mutator = new Mutator(random, subject.edges());
        for (int i = 0; i < MUTANTS; i++) {
            String json = subject.spec().encode(values.of(subject.type()));
            assertEquals("", second.faults(json).replace(SecondOracle.BEYOND_LONG, ""), json);
            String mutant = mutator.mutant(json);
            TALLY.merge(verdict(subject, first.faults(mutant), second.faults(mutant), mutant), 1, Integer::sum);
        }
    }

    /** Returns disagreements that occur only among thousands of mutants, and agreements next to them. */
    static Stream<Arguments> rareTexts() {
        String digits = "LimitedNumbers$DigitsOfDecimal";
        String limit = "LimitedNumbers$DoubleUpToMoreDigitsThanItHas";
        String sets = "Collections$Fractions";
        String past = "LimitedTimes$PastOffsetDateTime";
        return Stream.of(
                arguments(digits, "{'value':1E-400}", TINY_REMAINDER),
                arguments(digits, "{'value':1E-300}", AGREE),
                arguments(limit, "{'value':0.09999999999999999999999991}", AGREE),
                arguments(sets, "{'exact':[],'rough':[],'prices':[-5.3554E-1961]}", "decoder: limit of the exponent"),
                arguments(past, "{'value':'2026-06-15T12:00:00.5000000010Z'}", INEXPRESSIBLE),
                arguments(past, "{'value':'2026-06-15T12:00:00.5000000009Z'}", AGREE));
    }

    @ParameterizedTest
    @MethodSource("rareTexts")
    void rareDisagreementHasAName(String name, String text, String expected) {
        Subject<?> subject = subjects().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
        String json = text.replace('\'', '"');
        String schema = subject.spec().schema(Dialect.JSON_SCHEMA);
        String first = new SchemaOracle(schema).faults(json);
        assertEquals(expected, verdict(subject, first, new SecondOracle(schema).faults(json), json));
    }

    private static <T> String verdict(Subject<T> subject, String first, String second, String text) {
        if (second.equals(SecondOracle.BEYOND_LONG)) {
            return "second validator: an integer beyond 64 bits is not compared with a limit";
        }
        if (first.isEmpty() && isTinyRemainder(subject, second, text)) {
            assertInstanceOf(Decoded.Rejected.class, subject.decode(text), text);
            return TINY_REMAINDER;
        }
        if (first.isEmpty() != second.isEmpty()) {
            return fail("validators disagree on " + text + "\n1: " + first + "\n2: " + second);
        }
        Decoded<T> decoded = subject.decode(text);
        if (decoded instanceof Decoded.Accepted<T> accepted
                && second.isEmpty() == accepted.repairs().isEmpty()) {
            return second.isEmpty() ? AGREE : REPAIRED;
        }
        if (decoded instanceof Decoded.Rejected<T> rejected) {
            return second.isEmpty() ? refusal(subject, rejected, text) : AGREE;
        }
        return MutableJson.parse(text).isEmpty()
                ? "decoder: a duplicate name in raw JSON"
                : fail("validators and decoder disagree on " + text + "\n" + second + "\n" + decoded);
    }

    /** Returns whether the only faults are numbers so close to zero that the first validator accepts them. */
    private static boolean isTinyRemainder(Subject<?> subject, String second, String text) {
        return Stream.of(second.split("; ")).allMatch(fault -> fault.startsWith("multipleOf at "))
                && subject.brokenRules(text).stream()
                        .anyMatch(broken -> broken.rule().equals("Digits") && !broken.schematic());
    }

    private static String refusal(Subject<?> subject, Decoded.Rejected<?> rejected, String text) {
        return subject.brokenRules(text).isEmpty()
                ? "decoder: " + String.join(", ", ToolContractTest.refusals(rejected.violations(), text))
                : INEXPRESSIBLE;
    }
}
