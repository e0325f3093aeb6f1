package dev.escapement.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Puts spans around work. Whatever OpenTelemetry does, the work is done once, and what comes of it is given back. */
record Spans(Tracer tracer) {

    /** Work that gives something, or throws. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    static Spans of(OpenTelemetry openTelemetry) {
        return new Spans(openTelemetry
                .tracerBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA_URL)
                .build());
    }

    /**
     * Does work within a span that is the current one meanwhile.
     *
     * @param begin starts the span
     * @param work the work
     * @param done completes the span with what came of the work
     * @param failed completes the span with what the work threw
     */
    <T, X extends Exception> T around(
            Function<Tracer, Span> begin, Work<T, X> work, BiConsumer<Span, T> done, BiConsumer<Span, Throwable> failed)
            throws X {
        Span span = Quietly.get(() -> begin.apply(tracer), Span.getInvalid());
        Scope scope = Quietly.get(span::makeCurrent, Scope.noop());
        try {
            T result = work.run();
            Quietly.run(() -> done.accept(span, result));
            return result;
        } catch (Throwable failure) {
            Quietly.run(() -> failed.accept(span, failure));
            throw failure;
        } finally {
            Quietly.run(scope::close);
            Quietly.run(span::end);
        }
    }
}
