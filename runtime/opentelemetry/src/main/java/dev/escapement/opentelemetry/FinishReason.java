package dev.escapement.opentelemetry;

import dev.escapement.model.ModelReply;

/** The finish reasons of replies, named as in the semantic conventions where possible. */
final class FinishReason {

    /** The finish reason for a request that failed. */
    static final String ERROR = "error";

    private FinishReason() {}

    static String of(ModelReply reply) {
        return switch (reply.stop()) {
            case COMPLETE -> reply.calls().isEmpty() ? "stop" : "tool_call";
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case REFUSAL -> "refusal";
            case TOO_MANY_CALLS -> "too_many_calls";
            case UNKNOWN -> "unknown";
        };
    }
}
