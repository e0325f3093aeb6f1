package dev.escapement.jdbc.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The times from a kill to the next lease of the threads that the killed process executed. A thread that is not due is
 * not observed: the process had recorded its rest.
 */
final class Takeovers {

    /** The time after the end of the lease. */
    private static final long MAX_MILLIS = 2_000;

    private record Abandoned(String id, long token, long killedAt) {}

    private final ChaosDatabase database;
    private final ChaosReport report;
    private final List<Abandoned> abandoned = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();

    /** The time from which takeovers are possible, because a process is running. */
    private long possibleSince;

    Takeovers(ChaosDatabase database, ChaosReport report) {
        this.database = database;
        this.report = report;
    }

    /** Adds the threads that a process executed when it was killed. */
    void killed(long pid) throws SQLException {
        long now = System.nanoTime();
        List<String> rows = database.query("select id, fence from esc_thread where holder like '" + pid
                + "-%' and lease_until is not null and due_at is not null and due_at <= lease_until");
        for (String row : rows) {
            String[] words = row.split(" ");
            abandoned.add(new Abandoned(words[0], Long.parseLong(words[1]), now));
        }
        report.add("threads in execution when their process was killed", rows.size());
    }

    /** Records that a process that can take over has started, while no other one was running. */
    void possible() {
        possibleSince = System.nanoTime();
    }

    /** Records the takeovers since the last call. */
    void observe() throws SQLException {
        if (abandoned.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        Map<String, Long> tokens = tokens("");
        Map<String, Long> due = tokens(" where due_at is not null");
        for (Iterator<Abandoned> left = abandoned.iterator(); left.hasNext(); ) {
            Abandoned thread = left.next();
            if (tokens.get(thread.id()) > thread.token()) {
                millis.add(TimeUnit.NANOSECONDS.toMillis(now - Math.max(thread.killedAt(), possibleSince)));
                left.remove();
            } else if (!due.containsKey(thread.id())) {
                left.remove(); // a person cancelled the thread
            }
        }
    }

    private Map<String, Long> tokens(String condition) throws SQLException {
        Map<String, Long> tokens = new HashMap<>();
        for (String row : database.query("select id, fence from esc_thread" + condition)) {
            String[] words = row.split(" ");
            tokens.put(words[0], Long.parseLong(words[1]));
        }
        return tokens;
    }

    /** Checks the times, and adds them to the report. */
    void finish(Duration leaseTime) throws SQLException {
        observe();
        abandoned.forEach(thread -> report.require(false, "thread that was not taken over", thread.toString()));
        long limit = leaseTime.toMillis() + MAX_MILLIS;
        for (long time : millis) {
            report.require(time <= limit, "late takeover", time + " ms");
            report.max("takeover after ms: maximum", time);
        }
        Collections.sort(millis);
        report.add("takeovers", millis.size());
        report.add("takeover after ms: median", millis.isEmpty() ? 0 : millis.get(millis.size() / 2));
    }
}
