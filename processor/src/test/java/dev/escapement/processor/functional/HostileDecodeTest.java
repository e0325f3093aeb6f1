package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.processor.functional.rule.PresentMoment;
import dev.escapement.processor.functional.rule.RuleEdges;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Tests that no text causes an exception, whatever the tool and its leniency. {@code -Dhostile.texts=1000000} decodes a
 * million texts instead of the default number.
 */
class HostileDecodeTest {

    private static final long SEED = Long.getLong("escapement.seed", 20261122L);
    private static final int TEXTS = Integer.getInteger("hostile.texts", 10_000);
    private static final int TEXTS_PER_VALUE = 10;
    private static final int MAX_FEEDBACK = 2_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "'",
            "`",
            "null",
            "true",
            "None",
            "NaN",
            "-",
            "1",
            "1e999",
            "-0.0",
            "0x1",
            "1_000",
            "9".repeat(600),
            "[".repeat(300),
            "{\"a\":".repeat(300),
            "]".repeat(300),
            "\"a\":",
            "\"\":",
            "\\ud83d",
            "\\udc00",
            "\ud83d",
            "\udc00",
            "\\u00",
            "\u0000",
            "\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\uFEFF",
            "/*",
            "*/",
            "//",
            "#",
            "...",
            "```",
            "(",
            ")",
            "“",
            "\u212a",
            "2024-02-30",
            "23:59:60Z",
            "http://[::1]/",
            "\"[1,]\"");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<Subject<?>, RuleEdges> edges = new HashMap<>();
    private final Map<Subject<?>, String> valid = new HashMap<>();

    @Test
    void noTextCausesAnException() {
        List<Subject<?>> subjects = Subjects.all();
        for (int i = 0; i < TEXTS; i++) {
            Subject<?> subject = subjects.get(i % subjects.size());
            decode(subject, text(subject), leniency());
        }
    }

    private <T> void decode(Subject<T> subject, String text, Set<Leniency> leniency) {
        try {
            ReadOptions options = new ReadOptions(leniency, InstantSource.fixed(PresentMoment.NOW));
            Decoded<T> decoded = subject.spec().decode(text, options);
            assertEquals(
                    decoded.getClass(), subject.spec().decode(text, options).getClass(), text);
            if (decoded instanceof Decoded.Rejected<T> rejected) {
                assertTrue(rejected.feedback(subject.spec().name()).length() <= MAX_FEEDBACK, text);
            } else if (decoded instanceof Decoded.Accepted<T> accepted) {
                String json = subject.spec().encode(accepted.value());
                assertInstanceOf(Decoded.Accepted.class, subject.spec().decode(json, options), text);
            }
        } catch (RuntimeException | StackOverflowError e) {
            fail("seed " + SEED + ", " + subject + ", " + leniency + ": " + text, e);
        }
    }

    private Set<Leniency> leniency() {
        Set<Leniency> chosen = EnumSet.noneOf(Leniency.class);
        for (Leniency each : Leniency.values()) {
            if (random.nextBoolean()) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** Returns a damaged text of a tool, or random pieces. */
    private <T> String text(Subject<T> subject) {
        if (random.nextInt(4) == 0) {
            return pieces(1 + random.nextInt(12));
        }
        RuleEdges rules = edges.computeIfAbsent(subject, Subject::edges);
        if (random.nextInt(TEXTS_PER_VALUE) == 0) {
            valid.remove(subject);
        }
        String json = valid.computeIfAbsent(
                subject, any -> subject.spec().encode(new RandomValues(random, rules).of(subject.type())));
        StringBuilder text = new StringBuilder(random.nextBoolean() ? new Mutator(random, rules).mutant(json) : json);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, random.nextBoolean() ? "" : pieces(1));
        }
        return text.toString();
    }

    private String pieces(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
