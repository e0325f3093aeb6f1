package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** A client of a LangChain4j chat model that returns complete responses. */
record BlockingChatClient(ChatModel model) implements ChatClient {

    @Override
    public ChatResponse send(ChatRequest request, Duration idle, Consumer<Delta> deltas) {
        ResponseEvents events = new ResponseEvents();
        return events.await(() -> events.onCompleteResponse(model.chat(request)), idle, deltas);
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public ChatRequestParameters parameters() {
        return model.defaultRequestParameters();
    }
}
