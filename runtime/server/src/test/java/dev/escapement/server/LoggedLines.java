package dev.escapement.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The complete log of the server, with stack traces, from its creation until it is closed. */
public final class LoggedLines implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.escapement.server");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Begins to record. */
    public LoggedLines() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** {@return the entries, oldest first} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return all entries} */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
