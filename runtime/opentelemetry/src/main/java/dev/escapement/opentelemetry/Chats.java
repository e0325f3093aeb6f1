package dev.escapement.opentelemetry;

import dev.escapement.loop.AgentThread;
import dev.escapement.model.Exchange;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.LongSupplier;

/** Spans around requests to the model, and what is measured of them. */
record Chats(Spans spans, ChatMetrics metrics, LongSupplier nanoTime, boolean content) {

    private static final double NANOS_A_SECOND = 1e9;

    ModelReply around(AgentThread thread, ModelRequest request, Model model) {
        ModelInfo info = Quietly.get(model::info, ModelInfo.UNKNOWN);
        Attributes asked = asked(info);
        long begun = nanoTime.getAsLong();
        return spans.around(
                tracer -> begin(tracer, info, asked, thread, request),
                () -> model.reply(request),
                (span, reply) -> replied(span, asked, reply, secondsSince(begun)),
                (span, failure) -> failed(span, asked, failure, secondsSince(begun)));
    }

    private double secondsSince(long begun) {
        return (nanoTime.getAsLong() - begun) / NANOS_A_SECOND;
    }

    private static Attributes asked(ModelInfo info) {
        AttributesBuilder asked = Attributes.builder().put(Conventions.OPERATION, "chat");
        put(asked, Conventions.PROVIDER, info.provider());
        put(asked, Conventions.REQUEST_MODEL, info.model());
        put(asked, Conventions.SERVER_ADDRESS, info.host());
        if (info.port() > 0) {
            asked.put(Conventions.SERVER_PORT, (long) info.port());
        }
        return asked.build();
    }

    private Span begin(Tracer tracer, ModelInfo info, Attributes asked, AgentThread thread, ModelRequest request) {
        Span span = tracer.spanBuilder(info.model().isEmpty() ? "chat" : "chat " + info.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(asked)
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .startSpan();
        if (content && span.isRecording()) {
            Quietly.run(() -> {
                span.setAttribute(Conventions.INSTRUCTIONS, MessageJson.instructions(request.prompt()));
                span.setAttribute(Conventions.INPUT_MESSAGES, MessageJson.input(request.messages()));
            });
        }
        return span;
    }

    private void replied(Span span, Attributes asked, ModelReply reply, double seconds) {
        Attributes answered = answered(asked, reply.exchange());
        Quietly.run(() -> metrics.replied(answered, seconds, reply.usage()));
        span.setAllAttributes(answered);
        span.setAllAttributes(of(reply));
        if (content && span.isRecording()) {
            span.setAttribute(Conventions.OUTPUT_MESSAGES, MessageJson.output(reply));
        }
    }

    private void failed(Span span, Attributes asked, Throwable failure, double seconds) {
        Quietly.run(() -> metrics.failed(asked, seconds, Faults.typeOf(failure)));
        Faults.mark(span, failure);
    }

    private static Attributes answered(Attributes asked, Exchange exchange) {
        AttributesBuilder answered = asked.toBuilder();
        put(answered, Conventions.RESPONSE_MODEL, exchange.model());
        if (asked.get(Conventions.PROVIDER) == null) {
            put(answered, Conventions.PROVIDER, exchange.provider());
        }
        return answered.build();
    }

    private static Attributes of(ModelReply reply) {
        Usage usage = reply.usage();
        AttributesBuilder attributes = Attributes.builder().put(Conventions.FINISH_REASONS, FinishReason.of(reply));
        put(attributes, Conventions.RESPONSE_ID, reply.exchange().replyId());
        if (usage.tokens() > 0) {
            attributes.put(Conventions.INPUT_TOKENS, usage.inputTokens());
            attributes.put(Conventions.OUTPUT_TOKENS, usage.outputTokens());
        }
        if (usage.cachedTokens() > 0) {
            attributes.put(Conventions.CACHED_TOKENS, usage.cachedTokens());
        }
        return attributes.build();
    }

    /** What is not known is left out. */
    private static void put(AttributesBuilder attributes, AttributeKey<String> key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
