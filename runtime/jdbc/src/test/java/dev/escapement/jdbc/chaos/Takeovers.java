package dev.escapement.jdbc.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The times from a kill to the next lease of the threads that the killed process executed, which a Java thread observes.
 * A thread that is not due is not observed: the process had recorded its rest.
 */
final class Takeovers implements AutoCloseable {

    /**
     * The time after the lease is free: two seconds, and the time for which a busy machine may delay a process. The report
     * has the longest observed time.
     */
    private static final long MAX_MILLIS = Long.getLong("chaos.takeover.millis", 20_000);

    private static final long INTERVAL_MILLIS = 20;

    private record Abandoned(String id, long token, long killedAt) {}

    private final Connection connection;
    private final ChaosReport report;
    private final Thread observer = new Thread(this::observe, "takeovers");

    /** Guarded by this, as the following fields. */
    private final List<Abandoned> abandoned = new ArrayList<>();

    private final List<Long> millis = new ArrayList<>();

    /** The time from which takeovers are possible, because a process is running. */
    private long possibleSince;

    Takeovers(ChaosDatabase database, ChaosReport report) throws SQLException {
        this.connection = database.connect();
        this.report = report;
        this.possibleSince = System.nanoTime();
        observer.setDaemon(true);
        observer.start();
    }

    /** Adds the threads that a process executed when it was killed. */
    synchronized void killed(long pid) throws SQLException {
        long now = System.nanoTime();
        Map<String, Long> left = tokens("holder like '%/" + pid
                + "/%' and lease_until is not null and due_at is not null and due_at <= lease_until");
        left.forEach((id, token) -> abandoned.add(new Abandoned(id, token, now)));
        report.add("threads in execution when their process was killed", left.size());
    }

    /** Records that a process that can take over has started, while no other one was running. */
    synchronized void possible() {
        possibleSince = System.nanoTime();
    }

    private void observe() {
        try {
            while (!observer.isInterrupted()) {
                record();
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // The proof has ended.
        } catch (SQLException e) {
            report.require(false, "takeovers cannot be observed", e.toString());
        }
    }

    private synchronized void record() throws SQLException {
        if (abandoned.isEmpty()) {
            return;
        }
        Map<String, Long> tokens = tokens("true");
        Map<String, Long> due = tokens("due_at is not null");
        long now = System.nanoTime();
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
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, fence from esc_thread where " + condition)) {
            while (rows.next()) {
                tokens.put(rows.getString(1), rows.getLong(2));
            }
        }
        return tokens;
    }

    /**
     * Checks the times, and adds them to the report.
     *
     * @param heldAfterKill the time for which a killed process holds its leases
     */
    synchronized void finish(Duration heldAfterKill) throws SQLException {
        record();
        abandoned.forEach(thread -> report.require(false, "thread that was not taken over", thread.toString()));
        long limit = heldAfterKill.toMillis() + MAX_MILLIS;
        for (long time : millis) {
            report.require(time <= limit, "late takeover", time + " ms");
            report.max("takeover after ms: maximum", time);
        }
        Collections.sort(millis);
        report.add("takeovers", millis.size());
        report.add("takeover after ms: median", millis.isEmpty() ? 0 : millis.get(millis.size() / 2));
    }

    @Override
    public synchronized void close() throws SQLException {
        observer.interrupt();
        connection.close();
    }
}
