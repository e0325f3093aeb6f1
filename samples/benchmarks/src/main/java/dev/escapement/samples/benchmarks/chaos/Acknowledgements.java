package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events whose storage was acknowledged, before a kill, to the parent or by a child. None of them may be lost. Safe
 * for concurrent use.
 */
final class Acknowledgements {

    private final Map<String, Map<Integer, String>> sums = new HashMap<>();
    private int contradictions;

    /** Records the newest event of a thread. */
    void add(AgentThread thread) {
        add(thread.id(), thread.events().size() - 1, Lines.checksum(thread.last()));
    }

    /** Records an event from a line that begins with {@link Lines#EVENT}. */
    void add(String line) {
        String[] words = line.split(" ");
        add(words[1], Integer.parseInt(words[2]), words[3]);
    }

    private synchronized void add(String id, int position, String sum) {
        String other = sums.computeIfAbsent(id, key -> new TreeMap<>()).putIfAbsent(position, sum);
        contradictions += other == null || other.equals(sum) ? 0 : 1;
    }

    /** Returns the number of acknowledged events. */
    synchronized int count() {
        return sums.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns the number of acknowledgements of another event at the same position. */
    synchronized int contradictions() {
        return contradictions;
    }

    /** Returns the number of acknowledged events that a stored thread lacks. */
    synchronized int lost(String id, List<Event> stored) {
        int lost = 0;
        for (Map.Entry<Integer, String> sum : sums.getOrDefault(id, Map.of()).entrySet()) {
            boolean isStored =
                    sum.getKey() < stored.size() && sum.getValue().equals(Lines.checksum(stored.get(sum.getKey())));
            lost += isStored ? 0 : 1;
        }
        return lost;
    }

    /** Returns the ids of the threads with acknowledged events. */
    synchronized List<String> ids() {
        return List.copyOf(sums.keySet());
    }
}
