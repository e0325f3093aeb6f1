package dev.escapement.run;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** Keeps what a class logs while it is open, and keeps it off the console. */
final class RecordedLog implements AutoCloseable {

    /** One entry of the log. */
    record Entry(String message, Throwable thrown) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Logger logger;

    private RecordedLog(Logger logger) {
        this.logger = logger;
        logger.setFilter(entry -> {
            entries.add(new Entry(entry.getMessage(), entry.getThrown()));
            return false;
        });
    }

    static RecordedLog of(Class<?> type) {
        return new RecordedLog(Logger.getLogger(type.getName()));
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void close() {
        logger.setFilter(null);
    }
}
