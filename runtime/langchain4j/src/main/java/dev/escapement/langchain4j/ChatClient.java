package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.function.Consumer;

/** A chat model of LangChain4j, whether its responses arrive whole or in pieces. */
interface ChatClient {

    /** Asks it; the pieces are shown on the caller's thread of execution. */
    ChatResponse ask(ChatRequest request, Consumer<Delta> deltas);

    ModelProvider provider();

    ChatRequestParameters parameters();

    /** A chat model whose responses arrive whole. */
    record Whole(ChatModel model) implements ChatClient {

        @Override
        public ChatResponse ask(ChatRequest request, Consumer<Delta> deltas) {
            return model.chat(request);
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
}
