package dev.escapement.spring.ai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** A chat model that returns given responses and records the prompts. */
final class FakeChatModel implements ChatModel {

    private final Deque<Function<Prompt, List<ChatResponse>>> responses = new ArrayDeque<>();
    private final List<Prompt> prompts = new ArrayList<>();

    FakeChatModel(ChatResponse... all) {
        for (ChatResponse response : all) {
            responses.add(prompt -> List.of(response));
        }
    }

    /** Returns a chat model that throws an exception. */
    static FakeChatModel failing(RuntimeException thrown) {
        FakeChatModel model = new FakeChatModel();
        model.responses.add(prompt -> {
            throw thrown;
        });
        return model;
    }

    /** Returns a chat model that streams the parts of one response. */
    static FakeChatModel streaming(ChatResponse... parts) {
        FakeChatModel model = new FakeChatModel();
        model.responses.add(prompt -> List.of(parts));
        return model;
    }

    @Override
    public ChatOptions getDefaultOptions() {
        return ToolCallingChatOptions.builder().model("configured").topK(3).build();
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        prompts.add(prompt);
        return responses.remove().apply(prompt).get(0);
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        prompts.add(prompt);
        return Flux.fromIterable(responses.remove().apply(prompt));
    }

    Prompt prompt(int index) {
        return prompts.get(index);
    }

    /** Returns a result with the text and the finish reason. */
    static Generation text(String text, String reason) {
        return new Generation(new AssistantMessage(text), reason(reason));
    }

    /** Returns a result with text and metadata. */
    static Generation text(String text, Map<String, Object> metadata) {
        return new Generation(
                AssistantMessage.builder().content(text).properties(metadata).build(), reason("STOP"));
    }

    /** Returns a result with a call. */
    static Generation call(String id, String tool, String arguments) {
        return new Generation(
                AssistantMessage.builder()
                        .content("")
                        .toolCalls(List.of(new ToolCall(id, "function", tool, arguments)))
                        .build(),
                reason("TOOL_CALLS"));
    }

    private static ChatGenerationMetadata reason(String reason) {
        return ChatGenerationMetadata.builder().finishReason(reason).build();
    }

    /** Returns a response with 7 input tokens and 3 output tokens. */
    static ChatResponse response(Generation... results) {
        return new ChatResponse(
                List.of(results),
                ChatResponseMetadata.builder()
                        .id("r-1")
                        .model("lamp-model")
                        .usage(new DefaultUsage(7, 3))
                        .build());
    }

    /** Returns a response without metadata. */
    static ChatResponse part(Generation... results) {
        return new ChatResponse(List.of(results));
    }
}
