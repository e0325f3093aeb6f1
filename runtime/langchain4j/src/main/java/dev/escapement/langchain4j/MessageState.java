package dev.escapement.langchain4j;

import dev.escapement.model.ProviderState;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import java.util.Optional;

/**
 * What an adapter of LangChain4j keeps at a message beside text and calls, and wants back with it: thinking, and attributes
 * such as signatures. In the form in which LangChain4j itself stores messages.
 *
 * @param provider only for models of the same provider
 */
record MessageState(String provider) {

    private String format() {
        return "langchain4j." + (provider.isEmpty() ? "other" : provider);
    }

    /** The state of a message; empty if nothing but text and calls is in it. */
    Optional<ProviderState> of(AiMessage message) {
        if (message.thinking() == null && message.attributes().isEmpty()) {
            return Optional.empty();
        }
        AiMessage rest = AiMessage.builder()
                .thinking(message.thinking())
                .attributes(message.attributes())
                .build();
        return Optional.of(new ProviderState(format(), ChatMessageSerializer.messageToJson(rest)));
    }

    /** A message with the state, to which text and calls are added; that of others is left out. */
    AiMessage.Builder restored(Optional<ProviderState> state) {
        return state.filter(kept -> kept.format().equals(format()))
                .map(kept -> ((AiMessage) ChatMessageDeserializer.messageFromJson(kept.json())).toBuilder())
                .orElseGet(AiMessage::builder);
    }
}
