package dev.escapement.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A template that runs work within a span. Whether or not OpenTelemetry fails, the work runs exactly once, and its
 * result or exception is passed on.
 *
 * @param tracer the source of the spans
 */
record SpanTemplate(Tracer tracer) {

    /** A unit of work with a result. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    static SpanTemplate of(OpenTelemetry openTelemetry) {
        return new SpanTemplate(openTelemetry
                .tracerBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA_URL)
                .build());
    }

    /**
     * Runs work within a span, ends the span, and returns the result of the work. The span is the
     * current span during the work.
     *
     * @param begin starts the span
     * @param work the work
     * @param completed adds the result of the work to the span
     * @param failed adds the exception of the work to the span
     */
    <T, X extends Exception> T around(
            Function<Tracer, Span> begin,
            Work<T, X> work,
            BiConsumer<Span, T> completed,
            BiConsumer<Span, Throwable> failed)
            throws X {
        Span span = TelemetryGuard.get(() -> begin.apply(tracer), Span.getInvalid());
        Scope scope = TelemetryGuard.get(span::makeCurrent, Scope.noop());
        try {
            T result = work.run();
            TelemetryGuard.run(() -> completed.accept(span, result));
            return result;
        } catch (Throwable failure) {
            TelemetryGuard.run(() -> failed.accept(span, failure));
            throw failure;
        } finally {
            TelemetryGuard.run(scope::close);
            TelemetryGuard.run(span::end);
        }
    }
}
