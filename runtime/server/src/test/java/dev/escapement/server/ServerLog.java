package dev.escapement.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** The messages that the server logs while this is open. */
public final class ServerLog extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(AgentServer.class.getPackageName());
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final List<String> messages = new CopyOnWriteArrayList<>();

    private ServerLog() {
        setFormatter(new SimpleFormatter());
    }

    /** {@return a new log} */
    public static ServerLog open() {
        return open(null);
    }

    /** {@return a new log with the messages of all levels} */
    public static ServerLog openAll() {
        return open(Level.ALL);
    }

    private static ServerLog open(@Nullable Level level) {
        ServerLog log = new ServerLog();
        LOGGER.setLevel(level);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord line) {
        messages.add(getFormatter().format(line));
        synchronized (messages) {
            messages.notifyAll();
        }
    }

    /**
     * Waits until a message contains a text.
     *
     * @param text the text
     * @throws InterruptedException if the Java thread is interrupted
     */
    public void await(String text) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        synchronized (messages) {
            while (messages.stream().noneMatch(message -> message.contains(text))) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError("No message contains \"" + text + "\": " + messages);
                }
                messages.wait(millis);
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
        LOGGER.setLevel(null);
    }

    /** {@return the formatted messages, with stack traces} */
    public List<String> messages() {
        return messages;
    }
}
