package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** A client of a LangChain4j chat model, blocking or streaming. */
interface ChatClient {

    /**
     * Sends a request and returns the response.
     *
     * @param idle the maximum time without a part of the response
     * @param deltas receives the deltas of a streamed response on the caller's Java thread
     * @throws AdapterException if the chat model fails
     */
    ChatResponse send(ChatRequest request, Duration idle, Consumer<Delta> deltas);

    ModelProvider provider();

    ChatRequestParameters parameters();
}
