package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.json.TimeMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Upcasts;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.rule.BrokenRules;
import dev.escapement.processor.functional.rule.PresentMoment;
import dev.escapement.tool.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the common contract of the schema, decoder and encoder of every tool, for arbitrary arguments. An
 * independent validator interprets the schema, and {@link BrokenRules} interprets Bean Validation annotations: a text
 * must be accepted exactly if both accept it. The validator must also report every violated rule that a schema can
 * express. A schema cannot express
 *
 * <ul>
 *   <li>whether a time is past or future, relative to {@link PresentMoment#NOW};
 *   <li>rules about names that are not strings, as in {@code Map<@Min(1) Integer, …>};
 *   <li>rules about the value of a {@code double} or {@code float} after rounding: 0.0999…9 with 25 nines is less than
 *       0.1, but is 0.1 in the record;
 *   <li>that two elements of a set, or two keys of a map, must not become one value: PT60M and PT1H, two numbers that
 *       are rounded to one, or two sets in a different order. One of them would be lost.
 * </ul>
 *
 * <p>The validator treats a remainder below the smallest double as zero, so that only {@link BrokenRules} checks
 * {@code @Digits} of such numbers.
 */
class ToolContractTest {

    /** The seed of values and mutations, set with {@code mvn test -Descapement.seed=…}. */
    private static final long SEED = Long.getLong("escapement.seed", 20261122L);

    private static final int VALUES = 60;
    /** The number of changed texts for each subject; 5,000 in the profile {@code hostile}. */
    private static final int MUTANTS = Integer.getInteger("contract.mutants", 400);

    /** Types whose validity depends on a JDK table as well as on the format of the text. */
    private static final Map<String, String> TABLES = Map.of(
            "an integer of at most 499 digits", "limit",
            "a number with an exponent from -1000 to 1000", "limit of the exponent",
            "a currency code like EUR", "currency",
            "a time zone like Europe/Paris", "zone",
            "a date and time with offset and time zone like 2026-01-31T09:30:00+01:00[Europe/Paris]", "zoned time",
            "consistent values", "constructor",
            "each element once", "same element in other words",
            "each key once", "same key in other words");

    private static final String RULES = """
            AssertFalse AssertTrue DecimalMax DecimalMin Digits Email Future FutureOrPresent Max Min
            Negative NegativeOrZero NotBlank NotEmpty NotNull Past PastOrPresent Pattern Positive PositiveOrZero Size
            """;

    private static final Map<String, Integer> TALLY = new TreeMap<>();

    static List<Subject<?>> subjects() {
        return Subjects.all();
    }

    private static final Set<Dialect> MAY_BE_IMPOSSIBLE =
            EnumSet.of(Dialect.OPENAI_STRICT, Dialect.ANTHROPIC_STRICT, Dialect.GEMINI);

    static List<Subject<?>> subjectsOfOneValue() {
        return subjects().stream()
                .filter(subject -> subject.type().getRecordComponents().length == 1)
                .toList();
    }

    @AfterAll
    static void reportTally() {
        System.out.println("Contract of tools, seed " + SEED + ": " + TALLY);
    }

    @Test
    void everyRuleOfBeanValidationIsOnASubject() {
        Set<String> rules = new TreeSet<>();
        subjects().forEach(subject -> rules.addAll(subject.edges().rules()));
        Set<String> all = new TreeSet<>();
        for (String name : RULES.split("\\s+")) {
            all.add("jakarta.validation.constraints." + name);
            all.add("javax.validation.constraints." + name);
        }
        assertEquals(all, rules);
    }

    @Test
    void thereAreManySubjects() {
        int subjects = subjects().size();
        assertTrue(subjects >= 100, () -> subjects + " subjects");
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everySchemaIsASchema(Subject<?> subject) {
        for (Dialect dialect : Dialect.values()) {
            schema(subject, dialect).ifPresent(schema -> {
                assertFalse(schema.contains("\n"), "compact");
                assertFalse(new SchemaOracle(schema).accepts("[]"), "the arguments of a tool are an object");
            });
        }
    }

    private static Optional<String> schema(Subject<?> subject, Dialect dialect) {
        try {
            return Optional.of(subject.spec().schema(dialect));
        } catch (UnsupportedOperationException e) {
            assertTrue(MAY_BE_IMPOSSIBLE.contains(dialect), dialect::name);
            assertTrue(e.getMessage().contains(dialect.name()), e::getMessage);
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theSchemaStandsBesideTheClassToo(Subject<?> subject) throws IOException {
        Class<?> spec = subject.spec().getClass();
        String resource = spec.getSimpleName().replaceFirst("Spec$", ".schema.json");
        try (InputStream in = Objects.requireNonNull(spec.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(subject.spec().schema(Dialect.JSON_SCHEMA) + "\n", text);
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theFingerprintIsThatOfTheSchema(Subject<?> subject) throws Exception {
        byte[] schema = subject.spec().schema(Dialect.JSON_SCHEMA).getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(schema));
        assertEquals(sha256, subject.spec().fingerprint());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void structureFingerprintIsThatOfTheSchema(Subject<?> subject) {
        String schema = subject.spec().schema(Dialect.JSON_SCHEMA);
        assertEquals(Upcasts.fingerprint(schema), subject.spec().structureFingerprint());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void whatIsWrittenIsValidAndReadsBackAsTheSame(Subject<T> subject) {
        SchemaOracle canonical = new SchemaOracle(subject.spec().schema(Dialect.JSON_SCHEMA));
        SchemaOracle openAi = new SchemaOracle(subject.spec().schema(Dialect.OPENAI));
        RandomValues values = new RandomValues(random(subject), subject.edges());
        for (int i = 0; i < VALUES; i++) {
            T value = values.of(subject.type());
            String json = subject.spec().encode(value);
            assertEquals("", canonical.faults(json), () -> about(json));
            assertEquals("", openAi.faults(json), () -> about(json));
            assertEquals(List.of(), subject.brokenRules(json), () -> about(json));
            Decoded.Accepted<?> read =
                    assertInstanceOf(Decoded.Accepted.class, subject.decode(json), () -> about(json));
            assertEquals(ComparableValues.of(value), ComparableValues.of(read.value()), () -> about(json));
            assertEquals(List.of(), read.repairs(), () -> about(json));
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void theDecoderAcceptsWhatTheSchemaAccepts(Subject<T> subject) {
        SchemaOracle canonical = new SchemaOracle(subject.spec().schema(Dialect.JSON_SCHEMA));
        SplittableRandom random = random(subject);
        RandomValues values = new RandomValues(random, subject.edges());
        Mutator mutator = new Mutator(random, subject.edges());
        Map<String, Integer> tally = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutator.mutant(subject.spec().encode(values.of(subject.type())));
            judge(subject, canonical, mutant, tally);
        }
        tally.forEach((kind, times) -> TALLY.merge(kind, times, Integer::sum));
        assertTrue(tally.containsKey("accepted") && tally.containsKey("rejected"), () -> about(tally.toString()));
        for (String rule : subject.edges().rules()) {
            String broken = "@" + rule.substring(rule.lastIndexOf('.') + 1);
            assertTrue(tally.keySet().stream().anyMatch(kind -> kind.endsWith(broken)), () -> about(rule) + tally);
        }
        assertEquals(subject.refuses(), tally.containsKey("refused: constructor"), () -> about(tally.toString()));
    }

    /** Decodes every text and number from which mutants are made: alone, and as element, name and entry. */
    @ParameterizedTest
    @MethodSource("subjectsOfOneValue")
    <T> void everyTextAndNumberIsJudgedAsTheSchemaDoes(Subject<T> subject) {
        SchemaOracle canonical = new SchemaOracle(subject.spec().schema(Dialect.JSON_SCHEMA));
        RecordComponent component = subject.type().getRecordComponents()[0];
        List<String> forms = List.of("%s");
        if (component.getType() == List.class || component.getType().isArray()) {
            forms = List.of("[%s]", "[%s,%s]", "[[%s]]");
        } else if (component.getType() == Set.class) {
            forms = List.of("[%s]", "[%s,%s]", "[%s,1,true,\"RED\"]", "[0,%s]", "[0.10,%s]", "[\"PT60M\",%s]");
        } else if (component.getType() == Map.class) {
            forms = List.of("{%s:1}", "{%s:null,\"RED\":null}", "{\"1\":%s}");
        }
        for (String value : MutationIngredients.all(subject.edges())) {
            for (String form : forms) {
                String text = "{\"" + component.getName() + "\":" + form.replace("%s", value) + "}";
                judge(subject, canonical, text, TALLY);
            }
        }
    }

    private static <T> void judge(
            Subject<T> subject, SchemaOracle canonical, String mutant, Map<String, Integer> tally) {
        String faults = canonical.faults(mutant);
        List<BrokenRules.Broken> broken = subject.brokenRules(mutant);
        if (faults.isEmpty()) {
            assertTrue(broken.stream().noneMatch(BrokenRules.Broken::schematic), () -> about(mutant) + broken);
        }
        Decoded<T> decoded = subject.decode(mutant);
        if (decoded instanceof Decoded.Accepted<T> right && isTwiceInRaw(subject, canonical, mutant, right.value())) {
            count(tally, "name twice in raw JSON");
        } else if (decoded instanceof Decoded.Accepted<T> right) {
            assertEquals(right.repairs().isEmpty(), faults.isEmpty(), () -> about(mutant) + faults + right);
            assertTrue(broken.isEmpty() || !faults.isEmpty(), () -> about(mutant) + broken + right);
            assertRightAfterAll(subject, canonical, right.value(), mutant);
            count(tally, right.repairs().isEmpty() ? "accepted" : "repaired");
            right.repairs().stream()
                    .map(repair -> repair.kind().name())
                    .distinct()
                    .forEach(kind -> count(tally, kind));
        } else if (decoded instanceof Decoded.Rejected<T> wrong) {
            assertSorted(wrong.violations());
            String verdict = faults.isEmpty() ? "refused: " : "rejected: ";
            broken.forEach(each -> count(tally, verdict + "@" + each.rule()));
            if (!faults.isEmpty()) {
                count(tally, "rejected");
            } else if (broken.isEmpty()) {
                wrong.violations().forEach(violation -> Repetition.verify(subject, mutant, violation));
                refusals(wrong.violations(), mutant).forEach(refusal -> count(tally, verdict + refusal));
            }
        }
    }

    /** Returns whether duplicate names in an object, which {@code JsonText} keeps, are the only fault of a text. */
    private static <T> boolean isTwiceInRaw(Subject<T> subject, SchemaOracle canonical, String mutant, T value) {
        return MutableJson.parse(mutant).isEmpty()
                && MutableJson.parse(subject.spec().encode(value)).isEmpty() // the encoder writes nothing else twice
                && canonical.faultsButForDuplicates(mutant).isEmpty();
    }

    private static void count(Map<String, Integer> tally, String kind) {
        tally.merge(kind, 1, Integer::sum);
    }

    /** Returns the sources of rejections of a text that is valid for the schema; all others are errors. */
    static Set<String> refusals(List<Violation> violations, String mutant) {
        Set<String> refusals = new TreeSet<>();
        for (Violation violation : violations) {
            // A pattern cannot compare a time with its offset; the format, which the validators do not assert, does.
            boolean leap = violation.actual().endsWith(TimeMessages.MISPLACED_LEAP_SECOND);
            assertTrue(leap || TABLES.containsKey(violation.expected()), () -> about(mutant) + violations);
            refusals.add(leap ? "leap second" : TABLES.getOrDefault(violation.expected(), ""));
        }
        return refusals;
    }

    private static <T> void assertRightAfterAll(Subject<T> subject, SchemaOracle canonical, T value, String mutant) {
        String json = subject.spec().encode(value);
        assertEquals("", canonical.faultsButForDuplicates(json), () -> about(mutant) + json); // they are in raw JSON
        assertEquals(List.of(), subject.brokenRules(json), () -> about(mutant) + json);
        Decoded.Accepted<?> again =
                assertInstanceOf(Decoded.Accepted.class, subject.decode(json), () -> about(mutant) + json);
        assertEquals(ComparableValues.of(value), ComparableValues.of(again.value()), () -> about(mutant) + json);
    }

    private static void assertSorted(List<Violation> violations) {
        assertEquals(violations.stream().sorted(Violation.BY_PATH).toList(), violations);
    }

    private static SplittableRandom random(Subject<?> subject) {
        return new SplittableRandom(SEED + subject.toString().hashCode());
    }

    private static String about(String json) {
        return "seed " + SEED + ": " + json + "\n";
    }
}
