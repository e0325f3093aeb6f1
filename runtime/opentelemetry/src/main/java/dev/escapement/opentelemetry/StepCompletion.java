package dev.escapement.opentelemetry;

import dev.escapement.engine.Outcome;
import io.opentelemetry.api.trace.Span;

/**
 * A visitor that adds the outcome of a step to the step's span.
 *
 * @param span the span
 * @param content whether to record content
 */
record StepCompletion(Span span, boolean content) implements Outcome.Visitor<Span> {

    @Override
    public Span returned(Outcome.Returned outcome) {
        return completed("returned", outcome.result());
    }

    @Override
    public Span selected(Outcome.Selected outcome) {
        return completed("selected", "");
    }

    @Override
    public Span paused(Outcome.Paused outcome) {
        return completed("paused", "");
    }

    @Override
    public Span delegated(Outcome.Delegated outcome) {
        return completed("delegated", "");
    }

    @Override
    public Span finished(Outcome.Finished outcome) {
        return completed("finished", outcome.result());
    }

    @Override
    public Span failed(Outcome.Failed outcome) {
        SpanErrors.mark(span, outcome, content);
        return completed("failed", "");
    }

    @Override
    public Span inDoubt(Outcome.InDoubt outcome) {
        SpanErrors.mark(span, outcome.exception(), content);
        return completed("in_doubt", "");
    }

    private Span completed(String outcome, String result) {
        if (content && !result.isEmpty()) {
            span.setAttribute(Conventions.TOOL_RESULT, result);
        }
        return span.setAttribute(OwnAttributes.STEP_OUTCOME, outcome);
    }
}
