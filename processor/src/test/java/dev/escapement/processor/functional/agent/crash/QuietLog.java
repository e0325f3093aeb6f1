package dev.escapement.processor.functional.agent.crash;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An extension that suppresses the warnings about defects and missing prices that the agents cause on purpose. */
final class QuietLog implements BeforeAllCallback, AfterAllCallback {

    /** The suppressed loggers. The references keep them reachable, because the log manager holds loggers weakly. */
    private static final List<Logger> LOGS = List.of(
            Logger.getLogger("dev.escapement.run.AgentInvoker"),
            Logger.getLogger("dev.escapement.run.ThreadExecution"));

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LOGS.forEach(log -> log.setLevel(null));
    }
}
