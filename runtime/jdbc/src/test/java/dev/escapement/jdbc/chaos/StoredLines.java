package dev.escapement.jdbc.chaos;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The events that processes and people have seen as stored. Safe for concurrent use. */
final class StoredLines {

    private final ChaosReport report;

    /** Checksums by thread and position. */
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    StoredLines(ChaosReport report) {
        this.report = report;
    }

    /** Adds a line of a process, of which the last one may be incomplete. */
    void add(String line) {
        String[] words = line.split(" ");
        if (words[0].equals(ProcessLines.EVENT) && words.length == 4) {
            add(words[1], words[2], words[3]);
        } else {
            report.require(false, "unexpected line of a process", line);
        }
    }

    /** Adds the last event of a thread that a decision returned. */
    void add(AgentThread thread) {
        add(thread.id(), String.valueOf(thread.events().size() - 1), ProcessLines.checksum(thread.last()));
    }

    private void add(String id, String position, String sum) {
        String before = sums.putIfAbsent(id + " " + position, sum);
        report.require(before == null || before.equals(sum), "two events at one position", id + " " + position);
    }

    /** Checks that all events of a thread that were seen are stored. */
    void check(String id, List<Event> events) {
        for (Map.Entry<String, String> seen : sums.entrySet()) {
            String[] words = seen.getKey().split(" ");
            if (words[0].equals(id)) {
                int position = Integer.parseInt(words[1]);
                boolean stored = position < events.size()
                        && ProcessLines.checksum(events.get(position)).equals(seen.getValue());
                report.require(stored, "lost event", seen.getKey());
                report.add("events seen as stored", 1);
            }
        }
    }
}
