package dev.escapement.langchain4j;

import dev.escapement.model.ProviderState;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import java.util.Map;
import java.util.Optional;

/**
 * A reader and writer of the thinking and attributes that a LangChain4j adapter adds to a message. The adapter expects
 * these additions, such as signatures, in later requests. They are stored in the form in which LangChain4j itself
 * stores messages: JSON, in which a number becomes the smallest type that can contain it, and bytes become Base64.
 * State is optional: without it the reply and the conversation are valid.
 *
 * @param provider the provider whose models receive the state
 */
record MessageState(String provider) {

    private static final System.Logger LOG = System.getLogger(MessageState.class.getName());

    private String format() {
        return "langchain4j." + (provider.isEmpty() ? "other" : provider);
    }

    /**
     * Returns the state to store with a message, if any. It is empty if the message has only text and calls, or if its
     * additions cannot be written.
     */
    Optional<ProviderState> of(AiMessage message) {
        Map<String, Object> attributes = message.attributes() == null ? Map.of() : message.attributes();
        if (message.thinking() == null && attributes.isEmpty()) {
            return Optional.empty();
        }
        AiMessage rest = AiMessage.builder()
                .thinking(message.thinking())
                .attributes(attributes)
                .build();
        try {
            return Optional.of(new ProviderState(format(), ChatMessageSerializer.messageToJson(rest)));
        } catch (RuntimeException e) { // the reply is paid for and must not be lost
            LOG.log(System.Logger.Level.WARNING, "The thinking or the attributes of a message cannot be stored", e);
            return Optional.empty();
        }
    }

    /**
     * Returns a message builder that contains the thinking and attributes from a provider state. A state that is not {@link
     * #isRestored} is omitted.
     */
    AiMessage.Builder restored(Optional<ProviderState> state) {
        return state.flatMap(this::read).map(AiMessage::toBuilder).orElseGet(AiMessage::builder);
    }

    /**
     * Returns whether a state can be restored. The state must belong to models of this provider, and this release of
     * LangChain4j must be able to read it.
     */
    boolean isRestored(ProviderState state) {
        return read(state).isPresent();
    }

    private Optional<AiMessage> read(ProviderState state) {
        if (!state.format().equals(format())) {
            return Optional.empty();
        }
        try {
            return ChatMessageDeserializer.messageFromJson(state.json()) instanceof AiMessage message
                    ? Optional.of(message)
                    : Optional.empty();
        } catch (RuntimeException fromAnotherRelease) { // otherwise the thread could never continue
            return Optional.empty();
        }
    }
}
