package dev.escapement.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The messages that the server logs while this is open. */
public final class ServerLog extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(AgentServer.class.getPackageName());

    private final List<String> messages = new CopyOnWriteArrayList<>();

    private ServerLog() {
        setFormatter(new SimpleFormatter());
    }

    /** {@return a new log} */
    public static ServerLog open() {
        ServerLog log = new ServerLog();
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord line) {
        messages.add(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
    }

    /** {@return the formatted messages, with stack traces} */
    public List<String> messages() {
        return messages;
    }
}
