package dev.escapement.opentelemetry;

import dev.escapement.model.ModelReply;

/** Why a model stopped, in the words of the conventions where they have one. */
final class FinishReason {

    private FinishReason() {}

    static String of(ModelReply reply) {
        return switch (reply.stop()) {
            case COMPLETE -> reply.calls().isEmpty() ? "stop" : "tool_call";
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case REFUSAL -> "refusal";
            case UNKNOWN -> "unknown";
        };
    }
}
