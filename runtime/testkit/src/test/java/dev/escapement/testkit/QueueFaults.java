package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores with a fault in their queue. */
final class QueueFaults {

    private QueueFaults() {}

    /** Claims a thread for a second caller when no other thread is due. */
    static final class ClaimedTwice extends DelegatingStore {

        private final Map<String, Claim> claimed = new ConcurrentHashMap<>();

        ClaimedTwice(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public List<Claim> claim(Set<String> agents, int limit, Duration time) {
            List<Claim> claims = correct.claim(agents, limit, time);
            if (claims.isEmpty()) {
                List<Claim> again = List.copyOf(claimed.values());
                claimed.clear();
                return again;
            }
            claims.forEach(claim -> claimed.put(claim.lease().threadId(), claim));
            return claims;
        }
    }

    /** Fires a tick for each caller. */
    static final class FiredTwice extends DelegatingStore {

        private final InstantSource clock;
        private final Set<String> schedules = ConcurrentHashMap.newKeySet();

        FiredTwice(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
            this.clock = clock;
        }

        @Override
        public Instant register(String schedule, String definition, Instant first) {
            schedules.add(schedule);
            return correct.register(schedule, definition, first);
        }

        @Override
        public boolean fire(Tick tick, Append start) {
            if (correct.fire(tick, start)) {
                return true;
            } else if (!schedules.contains(tick.schedule()) || tick.at().isAfter(clock.instant())) {
                return false;
            }
            try {
                correct.append(start);
            } catch (ConcurrentRunException exists) {
                return true;
            }
            return true;
        }
    }

    /** Keeps the tick of a schedule when its definition changes. */
    static final class DefinitionIgnored extends DelegatingStore {
        DefinitionIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Instant register(String schedule, String definition, Instant first) {
            return correct.register(schedule, "", first);
        }

        @Override
        public boolean fire(Tick tick, Append start) {
            return correct.fire(new Tick(tick.schedule(), "", tick.at(), tick.following()), start);
        }
    }

    /** Moves the schedule without the thread. */
    static final class TickLost extends DelegatingStore {
        TickLost(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public boolean fire(Tick tick, Append start) {
            boolean exists = correct.entry(start.threadId()).isPresent();
            boolean fired = correct.fire(tick, start);
            if (fired && !exists) {
                correct.delete(start.threadId());
            }
            return fired;
        }
    }

    /** Keeps the number of attempts at an append. */
    static final class AttemptsKept extends DelegatingStore {

        private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

        AttemptsKept(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void retry(Claim claim, Duration delay) {
            attempts.merge(claim.lease().threadId(), 1, Integer::sum);
            correct.retry(claim, delay);
        }

        @Override
        public List<Claim> claim(Set<String> agents, int limit, Duration time) {
            return correct.claim(agents, limit, time).stream()
                    .map(claim -> new Claim(
                            claim.lease(),
                            claim.agent(),
                            attempts.getOrDefault(claim.lease().threadId(), 0),
                            claim.size()))
                    .toList();
        }
    }

    /** Lets parked threads run again. */
    static final class ParkedIsDue extends DelegatingStore {
        ParkedIsDue(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void park(Claim claim) {
            correct.retry(claim, Duration.ZERO);
        }
    }

    /** Ignores the delay of a retry. */
    static final class DelayIgnored extends DelegatingStore {
        DelayIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void retry(Claim claim, Duration delay) {
            correct.retry(claim, Duration.ZERO);
        }
    }

    /** Retries and parks a thread whatever was appended after the claim. */
    static final class DecisionOverridden extends DelegatingStore {
        DecisionOverridden(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void retry(Claim claim, Duration delay) {
            correct.retry(latest(claim), delay);
        }

        @Override
        public void park(Claim claim) {
            correct.park(latest(claim));
        }

        private Claim latest(Claim claim) {
            int size = correct.load(claim.lease().threadId(), 0).size();
            return new Claim(claim.lease(), claim.agent(), claim.attempts(), size);
        }
    }

    /** Returns the last due thread first. */
    static final class LastDueFirst extends DelegatingStore {
        LastDueFirst(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public List<Claim> claim(Set<String> agents, int limit, Duration time) {
            List<Claim> claims = new ArrayList<>(correct.claim(agents, 1_000, time));
            Collections.reverse(claims);
            while (claims.size() > limit) {
                claims.remove(claims.size() - 1).lease().close();
            }
            return claims;
        }
    }

    /** Ignores due times of runnable threads. */
    static final class DueIgnored extends DelegatingStore {
        DueIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            Standing standing = append.standing();
            correct.append(
                    standing.phase() == Standing.Phase.RUNNABLE
                            ? append.with(new Standing(standing.phase(), Optional.empty(), standing.questions()))
                            : append);
        }
    }

    /** Claims threads of all agents that it has seen. */
    static final class AgentsIgnored extends DelegatingStore {

        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        AgentsIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            correct.append(append);
            correct.entry(append.threadId()).ifPresent(entry -> seen.add(entry.agent()));
        }

        @Override
        public List<Claim> claim(Set<String> agents, int limit, Duration time) {
            return agents.isEmpty() ? List.of() : correct.claim(Set.copyOf(seen), limit, time);
        }
    }
}
