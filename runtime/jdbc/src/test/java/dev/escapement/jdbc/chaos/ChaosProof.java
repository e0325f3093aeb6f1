package dev.escapement.jdbc.chaos;

import dev.escapement.Effect;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The verification of all threads, of the ledger and of the rows, after the work has ended. */
final class ChaosProof {

    private final ChaosDatabase database;
    private final JdbcThreadStore store;
    private final EffectLedger ledger;
    private final StoredLines stored;
    private final ChaosReport report;
    private final Map<String, Integer> startsOfAttempt = new HashMap<>();
    private final Set<String> keysWithOutcome = new HashSet<>();
    private final Set<String> committed = new HashSet<>();

    ChaosProof(
            ChaosDatabase database,
            JdbcThreadStore store,
            EffectLedger ledger,
            StoredLines stored,
            ChaosReport report) {
        this.database = database;
        this.store = store;
        this.ledger = ledger;
        this.stored = stored;
        this.report = report;
    }

    void verify(List<ThreadEntry> entries) throws Exception {
        for (ThreadEntry entry : entries) {
            verify(entry);
        }
        verifyEffects();
        verifyRows();
    }

    private void verify(ThreadEntry entry) throws Exception {
        String id = entry.id();
        store.verify(id); // the chain of checksums
        AgentThread thread = store.load(id).orElseThrow();
        List<String> rows = database.query("select count(*), count(distinct position), min(position), max(position)"
                + " from esc_event where thread_id = '" + id + "'");
        int size = thread.events().size();
        report.require(
                rows.equals(List.of(size + " " + size + " 0 " + (size - 1))),
                "positions",
                id + " " + rows + " " + size);
        report.require(entry.size() == size, "size in the index", id + " " + entry.size());
        stored.check(id, thread.events());
        report.add("threads", 1);
        report.add("threads " + entry.standing().phase().name().toLowerCase(Locale.ROOT), 1);
        report.add("events", size);
        report.require(!entry.parked(), "parked thread", id);
        report.require(
                entry.standing().phase() != Phase.RUNNABLE
                        && (entry.standing().phase() != Phase.WAITING
                                || !entry.standing().questions().isEmpty()),
                "thread that neither ended nor waits for a recorded reason",
                entry.toString());
        report.require(
                entry.standing().phase() == Phase.WAITING == !thread.hasEnded(),
                "phase in the index",
                entry.toString());
        ThreadProof proof = ThreadProof.of(thread, report);
        startsOfAttempt.putAll(proof.startsOfAttempt());
        keysWithOutcome.addAll(proof.keysWithOutcome());
        committed.addAll(proof.committed());
    }

    private void verifyEffects() throws Exception {
        Map<String, Integer> ofAttempt = new HashMap<>();
        Map<Effect, Map<String, Integer>> ofKey = new HashMap<>();
        Set<String> keys = new HashSet<>();
        for (EffectLedger.Taken taken : ledger.read()) {
            ofAttempt.merge(taken.key() + " " + taken.attempt(), 1, Integer::sum);
            ofKey.computeIfAbsent(taken.effect(), effect -> new HashMap<>()).merge(taken.key(), 1, Integer::sum);
            keys.add(taken.key());
        }
        ofAttempt.forEach((attempt, effects) -> report.require(
                effects <= startsOfAttempt.getOrDefault(attempt, 0),
                "effect without a recorded start of its attempt",
                attempt));
        keysWithOutcome.forEach(key -> report.require(keys.contains(key), "outcome without an effect", key));
        ofKey.forEach((effect, counts) -> {
            String name = "effects " + effect;
            int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
            report.add(name + ": keys", counts.size());
            report.add(
                    name + ": effects",
                    counts.values().stream().mapToInt(n -> n).sum());
            report.max(name + ": most of one key", most);
            report.require(
                    effect != Effect.DESTRUCTIVE || most <= 1, "destructive effect taken twice", counts.toString());
        });
    }

    /** Compares the rows of transactional steps with the recorded outcomes. */
    private void verifyRows() throws Exception {
        List<String> rows = database.query(
                "select thread_id, call_id, count(*), count(distinct part) from app_row group by thread_id, call_id");
        String parts = " " + LedgerWork.PARTS + " " + LedgerWork.PARTS;
        Set<String> expected = new HashSet<>();
        committed.forEach(call -> expected.add(call + parts));
        report.add("effects TRANSACTIONAL: calls", rows.size());
        Set<String> found = new HashSet<>(rows);
        for (String row : found) {
            report.require(expected.contains(row), "rows without an outcome, or not once", row);
        }
        for (String call : expected) {
            report.require(found.contains(call), "outcome without rows", call);
        }
    }
}
