package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Effect;
import dev.escapement.thread.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The verification of the effects in the ledger against the starts and outcomes in the threads. */
final class LedgerAudit {

    private final Figures figures;
    private final Map<String, Integer> startsOfAttempt = new HashMap<>();
    private final Map<String, String> arguments = new HashMap<>();
    private final Map<Effect, Set<String>> startedKeys = new HashMap<>();
    private final Set<String> outcomes = new HashSet<>();

    LedgerAudit(Figures figures) {
        this.figures = figures;
    }

    /** Adds the starts and outcomes of a thread. */
    void add(ThreadAudit thread) {
        for (Event.StepStarted start : thread.starts()) {
            startsOfAttempt.merge(attempt(start.idempotencyKey(), start.attempt()), 1, Integer::sum);
            startedKeys
                    .computeIfAbsent(start.effect(), effect -> new HashSet<>())
                    .add(start.idempotencyKey());
            String now = thread.arguments(start);
            String before = arguments.putIfAbsent(start.idempotencyKey(), now);
            figures.require0(
                    "keys of two different arguments",
                    before == null || before.equals(now) ? 0 : 1,
                    start.idempotencyKey() + ": " + before + ", " + now);
        }
        outcomes.addAll(thread.outcomes());
    }

    private static String attempt(String key, int attempt) {
        return key + " " + attempt;
    }

    /** Verifies the effects. */
    void check(Ledger.Entries ledger) {
        figures.add("effects in the ledger", ledger.entries().size());
        figures.add("torn lines in the ledger", ledger.torn());
        Map<String, Integer> ofAttempt = new HashMap<>();
        Map<Effect, Map<String, Integer>> ofKey = new HashMap<>();
        Set<String> keys = new HashSet<>();
        for (Ledger.Entry entry : ledger.entries()) {
            String key = entry.key();
            keys.add(key);
            ofAttempt.merge(attempt(key, entry.attempt()), 1, Integer::sum);
            ofKey.computeIfAbsent(entry.effect(), effect -> new HashMap<>()).merge(key, 1, Integer::sum);
            String selected = arguments.getOrDefault(key, "");
            figures.require0(
                    "effects of arguments other than the selected or approved ones",
                    selected.contains("\"" + entry.item() + "\"") ? 0 : 1,
                    key + ": " + entry.item() + ", not " + selected);
        }
        ofAttempt.forEach((attempt, effects) -> figures.require0(
                "effects without a recorded start of their attempt",
                Math.max(0, effects - startsOfAttempt.getOrDefault(attempt, 0)),
                attempt));
        outcomes.forEach(
                key -> figures.require0("recorded outcomes without an effect", keys.contains(key) ? 0 : 1, key));
        for (Effect effect : List.of(Effect.READ, Effect.IDEMPOTENT, Effect.WRITE, Effect.DESTRUCTIVE)) {
            check(effect, ofKey.getOrDefault(effect, Map.of()));
        }
    }

    /**
     * Counts the effects per key. The people of the test look a key up before they permit a destructive step to run
     * again, so that it never has two effects.
     */
    private void check(Effect effect, Map<String, Integer> effects) {
        String name = effect.name().toLowerCase(Locale.ROOT);
        figures.add(
                name + ": keys started",
                startedKeys.getOrDefault(effect, Set.of()).size());
        figures.add(name + ": keys with an effect", effects.size());
        figures.add(
                name + ": effects",
                effects.values().stream().mapToInt(count -> count).sum());
        figures.add(
                name + ": most effects of one key",
                effects.values().stream().mapToInt(count -> count).max().orElse(0));
        if (effect == Effect.DESTRUCTIVE) {
            effects.forEach((key, count) -> figures.require0(
                    "destructive keys with more than one effect", count > 1 ? 1 : 0, key + " has " + count));
        }
    }
}
