package dev.escapement.langchain4j;

import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a chat model of LangChain4j responded. Any part of it may be missing: models differ. */
final class Replies {

    private Replies() {}

    static ModelReply of(ChatResponse response, Usage usage) {
        AiMessage message = response.aiMessage();
        FinishReason reason = response.finishReason();
        if (reason != null && !isComplete(reason)) {
            throw new IncompleteReplyException(reason, usage);
        }
        return new ModelReply(orEmpty(message.text()), calls(message), usage);
    }

    static Usage usage(@Nullable TokenUsage tokens) {
        return tokens == null
                ? Usage.NONE
                : new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    /**
     * {@link FinishReason#OTHER} is all that LangChain4j has no name for. That for Anthropic gives it
     * for refusals, for turns that are to go on and for a full context window.
     */
    private static boolean isComplete(FinishReason reason) {
        return switch (reason) {
            case STOP, TOOL_EXECUTION -> true;
            case LENGTH, CONTENT_FILTER, OTHER -> false;
        };
    }

    private static List<Call> calls(AiMessage message) {
        Set<String> taken = new HashSet<>();
        for (ToolExecutionRequest request : message.toolExecutionRequests()) {
            taken.add(orEmpty(request.id())); // no id that is made up here may be one that comes later in the reply
        }
        Set<String> used = new HashSet<>();
        List<Call> calls = new ArrayList<>();
        for (ToolExecutionRequest request : message.toolExecutionRequests()) {
            String id = orEmpty(request.id());
            if (id.isBlank() || !used.add(id)) {
                id = free(id.isBlank() ? "call" : id, taken);
            }
            calls.add(new Call(id, orEmpty(request.name()), orEmpty(request.arguments())));
        }
        return calls;
    }

    /** Counts up, so that the same response always gives the same reply. */
    private static String free(String wanted, Set<String> taken) {
        int number = 1;
        while (!taken.add(wanted + "_" + number)) {
            number++;
        }
        return wanted + "_" + number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
