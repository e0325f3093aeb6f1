package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.AgentSetupException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The report of a failed setup at the start of an application. */
final class SetupFailureAnalyzer extends AbstractFailureAnalyzer<AgentSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AgentSetupException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
