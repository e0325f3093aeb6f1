package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Interceptor.Invocation;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;

/** The span of one run of a step: {@code execute_tool}. */
record StepSpan(SpanTemplate spans, boolean content) {

    Outcome around(AgentThread thread, Command.RunStep step, Invocation work) throws Exception {
        return spans.around(
                tracer -> begin(tracer, thread, step),
                work::run,
                (span, outcome) -> outcome.accept(new Completion(span)),
                (span, failure) -> SpanErrors.mark(span, failure, content));
    }

    private Span begin(Tracer tracer, AgentThread thread, Command.RunStep step) {
        Span span = tracer.spanBuilder("execute_tool " + step.call().tool())
                .setAttribute(Conventions.OPERATION, "execute_tool")
                .setAttribute(Conventions.TOOL_NAME, step.call().tool())
                .setAttribute(Conventions.TOOL_TYPE, "function")
                .setAttribute(Conventions.TOOL_CALL_ID, step.call().id())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .setAttribute(Conventions.STEP_EFFECT, step.effect().name().toLowerCase(Locale.ROOT))
                .setAttribute(Conventions.STEP_KEY, step.context().idempotencyKey())
                .startSpan();
        if (content) {
            TelemetryGuard.run(() ->
                    span.setAttribute(Conventions.TOOL_ARGUMENTS, step.call().arguments()));
        }
        return span;
    }

    /** Adds the outcome of a step to its span. */
    private final class Completion implements Outcome.Visitor<Span> {

        private final Span span;

        Completion(Span span) {
            this.span = span;
        }

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
        public Span finished(Outcome.Finished outcome) {
            return completed("finished", outcome.result());
        }

        @Override
        public Span failed(Outcome.Failed outcome) {
            SpanErrors.mark(span, outcome, content);
            return completed("failed", "");
        }

        private Span completed(String outcome, String result) {
            if (content && !result.isEmpty()) {
                span.setAttribute(Conventions.TOOL_RESULT, result);
            }
            return span.setAttribute(Conventions.STEP_OUTCOME, outcome);
        }
    }
}
