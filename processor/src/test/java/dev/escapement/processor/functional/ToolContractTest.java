package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.tool.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is true of every tool, whatever its arguments: one contract, which the schema states, the decoder enforces and
 * the encoder keeps. The independent validator says what the schema means.
 */
class ToolContractTest {

    /** Other values and other damage: {@code mvn test -Descapement.seed=…}. */
    private static final long SEED = Long.getLong("escapement.seed", 20261122L);

    private static final int VALUES = 60;
    private static final int MUTANTS = 1_000;

    static List<Subject<?>> subjects() {
        return Subjects.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everySchemaIsASchema(Subject<?> subject) {
        for (Dialect dialect : Dialect.values()) {
            String schema = subject.spec().schema(dialect);
            assertFalse(schema.contains("\n"), "compact");
            assertFalse(new Oracle(schema).accepts("[]"), "the arguments of a tool are an object");
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
    <T> void whatIsWrittenIsValidAndReadsBackAsTheSame(Subject<T> subject) {
        Oracle canonical = new Oracle(subject.spec().schema(Dialect.JSON_SCHEMA));
        Oracle openAi = new Oracle(subject.spec().schema(Dialect.OPENAI));
        RandomValues values = new RandomValues(random(subject));
        for (int i = 0; i < VALUES; i++) {
            T value = values.of(subject.type());
            String json = subject.spec().encode(value);
            assertEquals("", canonical.faults(json), () -> about(json));
            assertEquals("", openAi.faults(json), () -> about(json));
            assertEquals(
                    new Decoded.Accepted<>(value, List.of()), subject.spec().decode(json), () -> about(json));
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void theDecoderAcceptsWhatTheSchemaAccepts(Subject<T> subject) {
        Oracle canonical = new Oracle(subject.spec().schema(Dialect.JSON_SCHEMA));
        SplittableRandom random = random(subject);
        RandomValues values = new RandomValues(random);
        Mutator mutator = new Mutator(random);
        int accepted = 0;
        int rejected = 0;
        int repaired = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutator.mutant(subject.spec().encode(values.of(subject.type())));
            String faults = canonical.faults(mutant);
            Decoded<T> decoded = subject.spec().decode(mutant);
            if (decoded instanceof Decoded.Accepted<T> right) {
                assertEquals(right.repairs().isEmpty(), faults.isEmpty(), () -> about(mutant) + faults + right);
                assertRightAfterAll(subject, canonical, right.value(), mutant);
                accepted += right.repairs().isEmpty() ? 1 : 0;
                repaired += right.repairs().isEmpty() ? 0 : 1;
            } else if (decoded instanceof Decoded.Rejected<T> wrong) {
                boolean refusal = faults.isEmpty() && isRefusal(wrong.violations());
                assertTrue(refusal || !faults.isEmpty(), () -> about(mutant) + wrong);
                assertSorted(wrong.violations());
                rejected += refusal ? 0 : 1;
                refused += refusal ? 1 : 0;
            }
        }
        String count = accepted + " accepted, " + rejected + " rejected, " + repaired + " repaired, " + refused
                + " refused by a constructor";
        assertTrue(accepted > 0 && rejected > 0, () -> about(count));
        assertTrue(repaired == 0 || subject.hasOptionals(), () -> about(count));
        assertEquals(subject.refuses(), refused > 0, () -> about(count));
    }

    private static <T> void assertRightAfterAll(Subject<T> subject, Oracle canonical, T value, String mutant) {
        String json = subject.spec().encode(value);
        assertEquals("", canonical.faults(json), () -> about(mutant) + json);
        Decoded.Accepted<?> again =
                assertInstanceOf(Decoded.Accepted.class, subject.spec().decode(json), () -> about(mutant) + json);
        assertEquals(value, again.value(), () -> about(mutant) + json);
    }

    private static void assertSorted(List<Violation> violations) {
        assertEquals(
                violations.stream()
                        .sorted(Comparator.comparing(Violation::path))
                        .toList(),
                violations);
    }

    private static boolean isRefusal(List<Violation> violations) {
        return violations.stream().allMatch(violation -> violation.expected().equals("values that go together"));
    }

    private static SplittableRandom random(Subject<?> subject) {
        return new SplittableRandom(SEED + subject.toString().hashCode());
    }

    private static String about(String json) {
        return "seed " + SEED + ": " + json + "\n";
    }
}
