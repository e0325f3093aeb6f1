package dev.escapement.spring.model;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** An analyzer that reports a missing, ambiguous or invalid model without a stack trace. */
final class ModelFailureAnalyzer extends AbstractFailureAnalyzer<ModelConfigurationException> {

    ModelFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelConfigurationException cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
