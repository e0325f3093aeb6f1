package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.AgentSetupException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** The failures of contexts. */
final class ContextFailures {

    private ContextFailures() {}

    /** Returns the reason why a context failed. */
    static AgentSetupException.Reason reason(AssertableApplicationContext context) {
        Throwable failure = context.getStartupFailure();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AgentSetupException setup) {
                return setup.reason();
            }
        }
        throw new AssertionError("The context did not fail in the setup of agents.", failure);
    }
}
