package dev.escapement.opentelemetry;

import dev.escapement.run.Interceptor.DriveResult;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Supplier;

/** The span of work on one thread: {@code invoke_agent}. */
record DriveSpan(SpanTemplate spans, boolean content) {

    DriveResult around(AgentThread thread, Supplier<DriveResult> work) {
        return spans.around(
                tracer -> begin(tracer, thread),
                work::get,
                (span, result) -> span.setAllAttributes(ThreadState.attributes(result)),
                (span, failure) -> SpanErrors.mark(span, failure, content));
    }

    private static Span begin(Tracer tracer, AgentThread thread) {
        return tracer.spanBuilder("invoke_agent " + thread.agent())
                .setAttribute(Conventions.OPERATION, "invoke_agent")
                .setAttribute(Conventions.AGENT_NAME, thread.agent())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .startSpan();
    }
}
