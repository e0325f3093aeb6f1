package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** A client of a LangChain4j chat model that streams its responses, possibly on another Java thread. */
record StreamingChatClient(StreamingChatModel model) implements ChatClient {

    @Override
    public ChatResponse send(ChatRequest request, Duration idle, Consumer<Delta> deltas) {
        ResponseEvents events = new ResponseEvents();
        return events.await(() -> model.chat(request, events), idle, deltas);
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
