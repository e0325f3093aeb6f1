package dev.escapement.testkit;

import dev.escapement.engine.ReplayResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of a {@link ThreadVerifier}.
 *
 * @param verified the number of threads that the current code verifies
 * @param requests the number of requests to the model whose hash was compared in these threads
 * @param divergences the divergences, by the ids of the threads
 * @param problems the reasons why the other threads could not be compared, by the ids of the threads
 */
public record VerificationReport(
        int verified, int requests, Map<String, ReplayResult.Divergence> divergences, Map<String, String> problems) {

    static final VerificationReport EMPTY = new VerificationReport(0, 0, Map.of(), Map.of());

    public VerificationReport {
        divergences = Collections.unmodifiableMap(new LinkedHashMap<>(divergences));
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    static VerificationReport of(String threadId, ReplayResult result) {
        return result instanceof ReplayResult.Verified verified
                ? new VerificationReport(1, verified.requests(), Map.of(), Map.of())
                : new VerificationReport(0, 0, Map.of(threadId, (ReplayResult.Divergence) result), Map.of());
    }

    static VerificationReport problem(String threadId, String problem) {
        return new VerificationReport(0, 0, Map.of(), Map.of(threadId, problem));
    }

    /** Returns this report with that of a further thread. */
    VerificationReport with(VerificationReport other) {
        Map<String, ReplayResult.Divergence> moreDivergences = new LinkedHashMap<>(divergences);
        moreDivergences.putAll(other.divergences);
        Map<String, String> moreProblems = new LinkedHashMap<>(problems);
        moreProblems.putAll(other.problems);
        return new VerificationReport(
                verified + other.verified, requests + other.requests, moreDivergences, moreProblems);
    }

    /**
     * Returns whether there is at least one thread, and the current code verifies each of them.
     *
     * @return {@code false} also if there are no threads
     */
    public boolean isVerified() {
        return verified > 0 && divergences.isEmpty() && problems.isEmpty();
    }

    /**
     * Throws an exception with this report as message unless {@link #isVerified} returns true.
     *
     * @return this report
     * @throws AssertionError if a thread is not verified, or if there are no threads
     */
    public VerificationReport assertVerified() {
        if (!isVerified()) {
            throw new AssertionError(this);
        }
        return this;
    }

    /** Returns one line for each thread that is not verified, and the counts. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        divergences.forEach((id, divergence) -> lines.add(id + ": " + divergence.summary()));
        problems.forEach((id, problem) -> lines.add(id + ": " + problem));
        lines.add(verified + " verified, " + divergences.size() + " diverged, " + problems.size() + " not compared");
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
