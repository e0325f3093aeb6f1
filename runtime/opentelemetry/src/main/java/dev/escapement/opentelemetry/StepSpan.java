package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Interceptor.Invocation;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A recorder of the {@code execute_tool} span and the metrics of one executed step. */
record StepSpan(SpanTemplate spans, AgentMetrics metrics, LongSupplier nanoTime, boolean content) {

    /** The {@code gen_ai.tool.type} of every step. */
    static final String TOOL_TYPE = "function";

    Outcome around(AgentThread thread, Command.RunStep step, Invocation work) throws Exception {
        Stopwatch stopwatch = Stopwatch.start(nanoTime);
        TelemetryGuard.run(() -> InvocationTotals.current().ifPresent(InvocationTotals::addToolCall));
        return spans.around(
                tracer -> begin(tracer, thread, step),
                work::run,
                (span, outcome) -> {
                    record(thread, step, stopwatch, SpanErrors.typeOf(outcome));
                    outcome.accept(new StepCompletion(span, content));
                },
                (span, failure) -> {
                    record(thread, step, stopwatch, SpanErrors.typeOf(failure));
                    SpanErrors.mark(span, failure, content);
                });
    }

    private void record(AgentThread thread, Command.RunStep step, Stopwatch stopwatch, String errorType) {
        double seconds = stopwatch.seconds();
        TelemetryGuard.run(
                () -> metrics.recordStep(thread.agentSimpleName(), step.call().tool(), seconds, errorType));
    }

    private Span begin(Tracer tracer, AgentThread thread, Command.RunStep step) {
        Span span = tracer.spanBuilder("execute_tool " + step.call().tool())
                .setAttribute(Conventions.OPERATION, "execute_tool")
                .setAttribute(Conventions.AGENT_NAME, thread.agentSimpleName())
                .setAttribute(Conventions.TOOL_NAME, step.call().tool())
                .setAttribute(Conventions.TOOL_TYPE, TOOL_TYPE)
                .setAttribute(Conventions.TOOL_CALL_ID, step.call().id())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .setAttribute(OwnAttributes.STEP_EFFECT, step.effect().name().toLowerCase(Locale.ROOT))
                .setAttribute(OwnAttributes.STEP_KEY, step.context().idempotencyKey())
                .startSpan();
        if (content) {
            TelemetryGuard.run(() ->
                    span.setAttribute(Conventions.TOOL_ARGUMENTS, step.call().arguments()));
        }
        return span;
    }
}
