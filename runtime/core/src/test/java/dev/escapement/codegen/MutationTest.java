package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tests with randomly damaged texts: decoding does not throw, and accepted values survive encoding and decoding. */
class MutationTest {

    private static final int ROUNDS = 20_000;

    /** The first seed. The message of a failure contains its seed; {@code new Generator(seed)} reproduces the text. */
    private static final long FIRST_SEED = 20_260_101L;

    @Test
    void aValueIsTheSameAfterWritingAndReading() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS / 10; seed++) {
            RandomExpression value = new Generator(seed).expression(4);
            String text = RandomExpression.CODEC.encode(value);

            assertEquals(new Decoded.Accepted<>(value, List.of()), RandomExpression.CODEC.decode(text), "seed " + seed);
        }
    }

    @Test
    void damagedTextIsRejectedOrWritable() {
        int accepted = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            Generator generator = new Generator(seed);
            String text = generator.damaged(RandomExpression.CODEC.encode(generator.expression(3)));
            String failure = "seed " + seed + ": " + text;

            Decoded<RandomExpression> decoded = assertDoesNotThrow(() -> RandomExpression.CODEC.decode(text), failure);

            if (decoded instanceof Decoded.Accepted<RandomExpression> first) {
                accepted++;
                String again = RandomExpression.CODEC.encode(first.value());
                Decoded.Accepted<?> second =
                        assertInstanceOf(Decoded.Accepted.class, RandomExpression.CODEC.decode(again), failure);
                assertEquals(first.value(), second.value(), failure);
            }
        }
        int right = accepted;
        assertAll(
                "the damage must be neither too great nor too small to prove anything",
                () -> assertTrue(right > ROUNDS / 50, "accepted: " + right),
                () -> assertTrue(right < ROUNDS / 2, "accepted: " + right));
    }

    /** A generator of values and damage, determined by its seed. */
    private static final class Generator {

        private static final String DAMAGE = "{}[]\":,\\ \n0123456789.eE+-abtrufnlskindvalue\u0000\u2028é\ud83d\ude00";

        private final SplittableRandom random;

        Generator(long seed) {
            random = new SplittableRandom(seed);
        }

        RandomExpression expression(int depth) {
            return switch (random.nextInt(depth == 0 ? 5 : 8)) {
                case 0 -> new RandomExpression.Whole(random.nextLong() >> random.nextInt(64));
                case 1 -> new RandomExpression.Real(real());
                case 2 ->
                    new RandomExpression.Money(new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(9)));
                case 3 ->
                    new RandomExpression.Text(
                            string(), random.nextBoolean() ? Optional.of(string()) : Optional.empty());
                case 4 -> new RandomExpression.Nothing();
                case 5 -> new RandomExpression.Not(expression(depth - 1));
                case 6 -> {
                    List<RandomExpression> terms = new ArrayList<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        terms.add(expression(depth - 1));
                    }
                    yield new RandomExpression.Sum(terms);
                }
                default -> {
                    Map<String, RandomExpression> names = new LinkedHashMap<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        names.put(string(), expression(depth - 1));
                    }
                    yield new RandomExpression.Let(names);
                }
            };
        }

        private double real() {
            double any = Double.longBitsToDouble(random.nextLong());
            return Double.isFinite(any) ? any : random.nextDouble();
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                string.append(DAMAGE.charAt(random.nextInt(DAMAGE.length())));
            }
            return string.toString();
        }

        String damaged(String text) {
            StringBuilder damaged = new StringBuilder(text);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(damaged.length());
                char c = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, c);
                    default -> damaged.setCharAt(at, c);
                }
            }
            return damaged.toString();
        }
    }
}
