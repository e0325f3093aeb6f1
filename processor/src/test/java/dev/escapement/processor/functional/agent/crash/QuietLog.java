package dev.escapement.processor.functional.agent.crash;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the defects out of the log that the agents have on purpose. */
final class QuietLog implements BeforeAllCallback, AfterAllCallback {

    /** Kept, because loggers are kept by nobody else. */
    private static final Logger LOG = Logger.getLogger("dev.escapement.run.AgentInvoker");

    @Override
    public void beforeAll(ExtensionContext context) {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LOG.setLevel(null);
    }
}
