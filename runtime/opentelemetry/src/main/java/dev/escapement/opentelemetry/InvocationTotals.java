package dev.escapement.opentelemetry;

import dev.escapement.model.Usage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The numbers of requests, executed steps and tokens in one run of a thread. They are part of the OpenTelemetry
 * context, so that concurrent steps find them too.
 */
final class InvocationTotals implements ImplicitContextKeyed {

    private static final ContextKey<InvocationTotals> KEY = ContextKey.named("escapement-invocation-totals");

    private final LongAdder inferenceCalls = new LongAdder();
    private final LongAdder toolCalls = new LongAdder();
    private final LongAdder inputTokens = new LongAdder();
    private final LongAdder outputTokens = new LongAdder();

    /** Returns the totals of the current run, or empty if OpenTelemetry failed to set the context. */
    static Optional<InvocationTotals> current() {
        return Optional.ofNullable(Context.current().get(KEY));
    }

    @Override
    public Context storeInContext(Context context) {
        return context.with(KEY, this);
    }

    void addInferenceCall(Usage usage) {
        inferenceCalls.increment();
        inputTokens.add(usage.inputTokens());
        outputTokens.add(usage.outputTokens());
    }

    void addToolCall() {
        toolCalls.increment();
    }

    long inferenceCalls() {
        return inferenceCalls.sum();
    }

    long toolCalls() {
        return toolCalls.sum();
    }

    /** Returns the token counts as span attributes, or no attributes if the counts are unknown. */
    Attributes usage() {
        return inputTokens.sum() + outputTokens.sum() == 0
                ? Attributes.empty()
                : Attributes.of(
                        Conventions.INPUT_TOKENS, inputTokens.sum(), Conventions.OUTPUT_TOKENS, outputTokens.sum());
    }
}
