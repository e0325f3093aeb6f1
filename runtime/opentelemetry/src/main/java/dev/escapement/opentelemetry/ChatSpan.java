package dev.escapement.opentelemetry;

import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.LongSupplier;

/** A recorder of the {@code chat} span and the metrics of a request to the model. */
record ChatSpan(SpanTemplate spans, InferenceMetrics metrics, LongSupplier nanoTime, boolean content) {

    ModelReply around(AgentThread thread, ModelRequest request, Model model) {
        ModelInfo info = TelemetryGuard.get(model::info, ModelInfo.UNKNOWN);
        ModelInfo requested = request.options()
                .model()
                .map(name -> new ModelInfo(info.provider(), name, info.host(), info.port()))
                .orElse(info);
        Stopwatch stopwatch = Stopwatch.start(nanoTime);
        return spans.around(
                tracer -> begin(tracer, requested, thread, request),
                () -> model.reply(request),
                (span, reply) -> complete(span, requested, reply, stopwatch.seconds()),
                (span, failure) -> fail(span, requested, failure, stopwatch.seconds()));
    }

    /**
     * Starts the {@code chat} span. The recipient's attributes are added at the end of the span, although samplers
     * would use them at the start: a {@link dev.escapement.model.FallbackModel} may call another model, and an
     * attribute cannot be removed.
     */
    private Span begin(Tracer tracer, ModelInfo info, AgentThread thread, ModelRequest request) {
        Span span = tracer.spanBuilder(name(info))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Conventions.OPERATION, "chat")
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .startSpan();
        request.options().temperature().ifPresent(degree -> span.setAttribute(Conventions.REQUEST_TEMPERATURE, degree));
        request.options()
                .maxOutputTokens()
                .ifPresent(tokens -> span.setAttribute(Conventions.REQUEST_MAX_TOKENS, (long) tokens));
        if (content && span.isRecording()) {
            TelemetryGuard.run(() -> {
                span.setAttribute(Conventions.INSTRUCTIONS, MessageJson.instructions(request.prompt()));
                span.setAttribute(Conventions.INPUT_MESSAGES, MessageJson.input(request.messages()));
            });
        }
        return span;
    }

    private static String name(ModelInfo info) {
        return info.model().isEmpty() ? "chat" : "chat " + info.model();
    }

    private void complete(Span span, ModelInfo info, ModelReply reply, double seconds) {
        ModelInfo recipient = RequestAttributes.recipient(info, reply.provenance());
        AttributesBuilder builder = RequestAttributes.of(recipient);
        RequestAttributes.put(
                builder, Conventions.RESPONSE_MODEL, reply.provenance().model());
        Attributes attributes = builder.build();
        record(attributes, seconds, reply.usage());
        span.updateName(name(recipient));
        span.setAllAttributes(attributes);
        span.setAllAttributes(of(reply));
        if (content && span.isRecording()) {
            span.setAttribute(Conventions.OUTPUT_MESSAGES, MessageJson.output(reply));
        }
    }

    private void fail(Span span, ModelInfo info, Throwable failure, double seconds) {
        ModelInfo recipient = RequestAttributes.recipient(info, failure);
        Attributes attributes = RequestAttributes.of(recipient).build();
        record(
                attributes.toBuilder()
                        .put(Conventions.ERROR_TYPE, SpanErrors.typeOf(failure))
                        .build(),
                seconds,
                Usage.NONE);
        span.updateName(name(recipient));
        span.setAllAttributes(attributes);
        AttributesBuilder reasons = Attributes.builder().put(Conventions.FINISH_REASONS, FinishReason.ERROR);
        if (failure instanceof ModelException exception) {
            RequestAttributes.put(
                    reasons, OwnAttributes.REQUEST_ID, exception.response().requestId());
        }
        span.setAllAttributes(reasons.build());
        SpanErrors.mark(span, failure, content);
    }

    private void record(Attributes attributes, double seconds, Usage usage) {
        TelemetryGuard.run(() -> InvocationTotals.current().ifPresent(totals -> totals.addInferenceCall(usage)));
        TelemetryGuard.run(() -> metrics.record(attributes, seconds, usage));
    }

    private static Attributes of(ModelReply reply) {
        Usage usage = reply.usage();
        AttributesBuilder attributes = Attributes.builder().put(Conventions.FINISH_REASONS, FinishReason.of(reply));
        RequestAttributes.put(
                attributes, Conventions.RESPONSE_ID, reply.provenance().replyId());
        RequestAttributes.put(
                attributes, OwnAttributes.FINISH_REASON, reply.provenance().finishReason());
        RequestAttributes.put(
                attributes,
                OwnAttributes.REQUEST_ID,
                reply.provenance().response().requestId());
        if (usage.tokens() > 0) {
            attributes.put(Conventions.INPUT_TOKENS, usage.inputTokens());
            attributes.put(Conventions.OUTPUT_TOKENS, usage.outputTokens());
        }
        if (usage.cachedTokens() > 0) {
            attributes.put(Conventions.CACHED_TOKENS, usage.cachedTokens());
        }
        return attributes.build();
    }
}
