package dev.escapement.langchain4j;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.ReplyBuilder;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** A reader of LangChain4j chat responses. Any part of a response may be missing. */
final class ChatResponseReader {

    private ChatResponseReader() {}

    /** Returns the reply that a response contains, excluding usage and hashes. */
    static ReplyBuilder of(ChatResponse response, MessageState state) {
        AiMessage message = response.aiMessage();
        String id = orEmpty(response.id());
        ReplyBuilder reply = ModelReply.builder()
                .text(orEmpty(message.text()))
                .stop(stop(response.finishReason()))
                .provenance(new ReplyProvenance(state.provider(), orEmpty(response.modelName()), id, "", ""));
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            reply.call(orEmpty(call.id()), orEmpty(call.name()), orEmpty(call.arguments()));
        }
        state.of(message).ifPresent(reply::state);
        return reply;
    }

    /**
     * Converts a LangChain4j finish reason to a stop reason. A response without a finish reason is complete. {@link
     * FinishReason#OTHER} is any reason without a name in LangChain4j; its adapter for Anthropic uses it for refusals,
     * for paused turns and for a full context window.
     */
    private static StopReason stop(@Nullable FinishReason reason) {
        if (reason == null) {
            return StopReason.COMPLETE;
        }
        return switch (reason) {
            case STOP, TOOL_EXECUTION -> StopReason.COMPLETE;
            case LENGTH -> StopReason.LENGTH;
            case CONTENT_FILTER -> StopReason.CONTENT_FILTER;
            case OTHER -> StopReason.UNKNOWN;
        };
    }

    static Usage usage(TokenUsage tokens) {
        return new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
