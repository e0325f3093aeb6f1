package dev.escapement.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** A LangChain4j chat model with scripted responses that records its requests. */
final class StubChatModel implements ChatModel {

    private final Deque<ChatResponse> responses;
    private final List<ChatRequest> requests = new ArrayList<>();
    private Predicate<ChatRequest> unsupported = request -> false;
    private ModelProvider provider = ModelProvider.OTHER;
    private ChatRequestParameters parameters = ChatRequestParameters.builder().build();

    StubChatModel(ChatResponse... responses) {
        this.responses = new ArrayDeque<>(List.of(responses));
    }

    /** Returns the same model, which throws for unsupported requests. */
    StubChatModel refusing(Predicate<ChatRequest> unsupported) {
        this.unsupported = unsupported;
        return this;
    }

    /** Returns the same model with a provider and a name. */
    StubChatModel named(ModelProvider provider, String model) {
        this.provider = provider;
        this.parameters = ChatRequestParameters.builder().modelName(model).build();
        return this;
    }

    static ChatResponse says(AiMessage message) {
        return ChatResponse.builder().aiMessage(message).build();
    }

    static ChatResponse calls(String id, String tool, String arguments) {
        return says(AiMessage.from(request(id, tool, arguments)));
    }

    static ToolExecutionRequest request(String id, String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments(arguments)
                .build();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        if (unsupported.test(request)) {
            throw new UnsupportedFeatureException("not supported");
        }
        return responses.remove();
    }

    @Override
    public ModelProvider provider() {
        return provider;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return parameters;
    }

    ChatRequest request(int number) {
        return requests.get(number);
    }

    List<ChatMessage> messages(int number) {
        return request(number).messages();
    }
}
