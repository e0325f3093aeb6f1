package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Interceptor.Invocation;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** A recorder of {@code fetch_context} spans. The conventions do not define this operation. */
record ContextSpan(SpanTemplate spans, boolean content) {

    Outcome around(AgentThread thread, Command.FetchContext fetch, Invocation work) throws Exception {
        return spans.around(
                tracer -> begin(tracer, thread, fetch),
                work::run,
                this::complete,
                (span, failure) -> SpanErrors.mark(span, failure, content));
    }

    private static Span begin(Tracer tracer, AgentThread thread, Command.FetchContext fetch) {
        return tracer.spanBuilder("fetch_context " + fetch.source())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .setAttribute(OwnAttributes.CONTEXT_SOURCE, fetch.source())
                .startSpan();
    }

    private void complete(Span span, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            SpanErrors.mark(span, failed, content);
        } else if (outcome instanceof Outcome.InDoubt doubt) {
            SpanErrors.mark(span, doubt.exception(), content);
        }
    }
}
