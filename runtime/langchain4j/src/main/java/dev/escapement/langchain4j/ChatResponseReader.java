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

/** Reads what a chat model of LangChain4j responded. Any part of it may be missing: models differ. */
final class ChatResponseReader {

    private ChatResponseReader() {}

    /** The reply, but for what it cost and its hashes. */
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
     * A provider that gives no reason is trusted. {@link FinishReason#OTHER} is all that LangChain4j has no name for; that
     * for Anthropic gives it for refusals, for turns that are to go on and for a full context window.
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
