package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Interceptor.Invocation;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;

/** Spans around runs of steps. */
record Steps(Spans spans, boolean content) {

    Outcome around(AgentThread thread, Command.RunStep step, Invocation work) throws Exception {
        return spans.around(
                tracer -> begin(tracer, thread, step),
                work::run,
                this::ran,
                (span, failure) -> Faults.mark(span, failure, content));
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
            Quietly.run(() ->
                    span.setAttribute(Conventions.TOOL_ARGUMENTS, step.call().arguments()));
        }
        return span;
    }

    private void ran(Span span, Outcome outcome) {
        if (outcome instanceof Outcome.Returned returned) {
            ended(span, "returned", returned.result());
        } else if (outcome instanceof Outcome.Selected) {
            ended(span, "selected", "");
        } else if (outcome instanceof Outcome.Paused) {
            ended(span, "paused", "");
        } else if (outcome instanceof Outcome.Finished finished) {
            ended(span, "finished", finished.result());
        } else if (outcome instanceof Outcome.Failed failed) {
            ended(span, "failed", "");
            Faults.mark(span, failed, content);
        }
    }

    private void ended(Span span, String outcome, String result) {
        span.setAttribute(Conventions.STEP_OUTCOME, outcome);
        if (content && !result.isEmpty()) {
            span.setAttribute(Conventions.TOOL_RESULT, result);
        }
    }
}
