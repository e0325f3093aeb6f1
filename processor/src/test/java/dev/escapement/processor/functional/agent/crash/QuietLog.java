package dev.escapement.processor.functional.agent.crash;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An extension that suppresses the logging of defects that the agents cause on purpose. */
final class QuietLog implements BeforeAllCallback, AfterAllCallback {

    /** The suppressed logger. The reference keeps it reachable, because the log manager holds loggers weakly. */
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
