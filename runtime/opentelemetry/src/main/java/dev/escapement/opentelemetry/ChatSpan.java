package dev.escapement.opentelemetry;

import dev.escapement.model.Model;
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

/** Spans around requests to the model, and what is measured of them. */
record ChatSpan(SpanTemplate spans, ChatMetrics metrics, LongSupplier nanoTime, boolean content) {

    private static final double NANOS_A_SECOND = 1e9;

    ModelReply around(AgentThread thread, ModelRequest request, Model model) {
        ModelInfo info = TelemetryGuard.get(model::info, ModelInfo.UNKNOWN);
        long begun = nanoTime.getAsLong();
        return spans.around(
                tracer -> begin(tracer, info, thread, request),
                () -> model.reply(request),
                (span, reply) -> replied(
                        span, RequestAttributes.recipient(info, reply.provenance()), reply, secondsSince(begun)),
                (span, failure) ->
                        failed(span, RequestAttributes.recipient(info, failure), failure, secondsSince(begun)));
    }

    private double secondsSince(long begun) {
        return (nanoTime.getAsLong() - begun) / NANOS_A_SECOND;
    }

    /** Whom the request goes to is added once it is known: an attribute cannot be taken back. */
    private Span begin(Tracer tracer, ModelInfo info, AgentThread thread, ModelRequest request) {
        Span span = tracer.spanBuilder(name(info))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Conventions.OPERATION, "chat")
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .startSpan();
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

    private void replied(Span span, ModelInfo asked, ModelReply reply, double seconds) {
        AttributesBuilder replied = RequestAttributes.of(asked);
        RequestAttributes.put(
                replied, Conventions.RESPONSE_MODEL, reply.provenance().model());
        Attributes attributes = replied.build();
        TelemetryGuard.run(() -> metrics.replied(attributes, seconds, reply.usage()));
        span.updateName(name(asked));
        span.setAllAttributes(attributes);
        span.setAllAttributes(of(reply));
        if (content && span.isRecording()) {
            span.setAttribute(Conventions.OUTPUT_MESSAGES, MessageJson.output(reply));
        }
    }

    private void failed(Span span, ModelInfo asked, Throwable failure, double seconds) {
        Attributes attributes = RequestAttributes.of(asked).build();
        TelemetryGuard.run(() -> metrics.failed(attributes, seconds, SpanErrors.typeOf(failure)));
        span.updateName(name(asked));
        span.setAllAttributes(attributes);
        SpanErrors.mark(span, failure, content);
    }

    private static Attributes of(ModelReply reply) {
        Usage usage = reply.usage();
        AttributesBuilder attributes = Attributes.builder().put(Conventions.FINISH_REASONS, FinishReason.of(reply));
        RequestAttributes.put(
                attributes, Conventions.RESPONSE_ID, reply.provenance().replyId());
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
