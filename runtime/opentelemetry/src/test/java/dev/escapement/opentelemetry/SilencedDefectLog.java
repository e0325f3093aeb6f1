package dev.escapement.opentelemetry;

import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An extension that silences the log of undeclared exceptions, which the steps of a test throw on purpose. */
final class SilencedDefectLog implements BeforeAllCallback, AfterAllCallback {

    private static final Logger LOGGER = Logger.getLogger("dev.escapement.run.AgentInvoker");

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGGER.setFilter(entry -> false);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LOGGER.setFilter(null);
    }
}
