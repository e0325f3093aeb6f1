package dev.escapement.langchain4j;

import dev.escapement.json.JsonText;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reader of LangChain4j chat responses. Any part of a response may be missing. */
final class ChatResponseReader {

    private ChatResponseReader() {}

    /**
     * Returns the reply that a response contains, excluding usage and hashes.
     *
     * @throws AdapterException if the response has no message
     */
    static ReplyBuilder of(ChatResponse response, MessageState state) {
        AiMessage message = response.aiMessage();
        if (message == null) {
            throw new AdapterException(new NullPointerException("The response of the chat model has no message."));
        }
        String id = orEmpty(response.id());
        FinishReason reason = response.finishReason();
        ReplyBuilder reply = ModelReply.builder()
                .text(orEmpty(message.text()))
                .stop(stop(reason, message))
                .provenance(new ReplyProvenance(state.provider(), orEmpty(response.modelName()), id, "", ""))
                .finishReason(reason == null ? "" : reason.name().toLowerCase(Locale.ROOT));
        for (ToolExecutionRequest call : calls(message)) {
            reply.call(orEmpty(call.id()), orEmpty(call.name()), orEmpty(call.arguments()));
        }
        state.of(message).ifPresent(reply::state);
        return reply;
    }

    private static List<ToolExecutionRequest> calls(AiMessage message) {
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        return calls == null
                ? List.of()
                : calls.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Converts a LangChain4j finish reason to a stop reason. {@link FinishReason#OTHER} is any reason without a name in
     * LangChain4j; a response with it, or without a finish reason, is complete if it has text or calls, and the arguments
     * of all calls are complete.
     */
    private static StopReason stop(@Nullable FinishReason reason, AiMessage message) {
        if (reason == null) {
            return isWhole(message) ? StopReason.COMPLETE : StopReason.UNKNOWN;
        }
        return switch (reason) {
            case STOP, TOOL_EXECUTION -> StopReason.COMPLETE;
            case LENGTH -> StopReason.LENGTH;
            case CONTENT_FILTER -> StopReason.CONTENT_FILTER;
            case OTHER -> isWhole(message) ? StopReason.COMPLETE : StopReason.UNKNOWN;
        };
    }

    private static boolean isWhole(AiMessage message) {
        List<ToolExecutionRequest> calls = calls(message);
        return calls.isEmpty()
                ? !orEmpty(message.text()).isBlank()
                : calls.stream().allMatch(call -> isObject(orEmpty(call.arguments())));
    }

    private static boolean isObject(String arguments) {
        try {
            return arguments.isBlank() || new JsonText(arguments).json().strip().startsWith("{");
        } catch (IllegalArgumentException incomplete) {
            return false;
        }
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
