package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.function.Consumer;

/** A client of a LangChain4j chat model, blocking or streaming. */
interface ChatClient {

    /**
     * Sends a request and returns the response.
     *
     * @param deltas receives the deltas of a streamed response on the caller's Java thread
     */
    ChatResponse send(ChatRequest request, Consumer<Delta> deltas);

    ModelProvider provider();

    ChatRequestParameters parameters();
}
