package dev.escapement.opentelemetry;

import dev.escapement.run.Interceptor.DriveResult;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ParentCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A recorder of the {@code invoke_agent} span and the metrics of one run of a thread. */
record DriveSpan(SpanTemplate spans, AgentMetrics metrics, LongSupplier nanoTime, boolean content) {

    DriveResult around(AgentThread thread, Supplier<DriveResult> work) {
        Stopwatch stopwatch = Stopwatch.start(nanoTime);
        InvocationTotals totals = new InvocationTotals();
        return spans.around(
                tracer -> begin(tracer, thread),
                () -> within(totals, work),
                (span, result) -> {
                    record(thread, stopwatch, totals, "");
                    span.setAllAttributes(totals.usage());
                    span.setAllAttributes(DriveResultAttributes.attributes(result));
                },
                (span, failure) -> {
                    record(thread, stopwatch, totals, SpanErrors.typeOf(failure));
                    span.setAllAttributes(totals.usage());
                    SpanErrors.mark(span, failure, content);
                });
    }

    private static DriveResult within(InvocationTotals totals, Supplier<DriveResult> work) {
        Scope scope = TelemetryGuard.get(totals::makeCurrent, Scope.noop());
        try {
            return work.get();
        } finally {
            TelemetryGuard.run(scope::close);
        }
    }

    private void record(AgentThread thread, Stopwatch stopwatch, InvocationTotals totals, String errorType) {
        double seconds = stopwatch.seconds();
        TelemetryGuard.run(() -> metrics.recordDrive(thread.agentSimpleName(), seconds, totals, errorType));
    }

    private static Span begin(Tracer tracer, AgentThread thread) {
        SpanBuilder span = tracer.spanBuilder("invoke_agent " + thread.agentSimpleName())
                .setAttribute(Conventions.OPERATION, "invoke_agent")
                .setAttribute(Conventions.AGENT_ID, thread.agent())
                .setAttribute(Conventions.AGENT_NAME, thread.agentSimpleName())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id());
        ParentCall.of(thread)
                .ifPresent(parent -> span.setAttribute(OwnAttributes.PARENT_ID, parent.threadId())
                        .setAttribute(OwnAttributes.PARENT_CALL_ID, parent.callId())
                        .setAttribute(OwnAttributes.THREAD_PATH, ParentCall.pathOf(thread)));
        return span.startSpan();
    }
}
