package dev.escapement.langchain4j;

import dev.escapement.model.ProviderState;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import java.util.Optional;

/**
 * What an adapter of LangChain4j keeps at a message beside text and calls, and wants back with it: thinking, and attributes
 * such as signatures. In the form in which LangChain4j itself stores messages: JSON, so that a number comes back as the
 * smallest type that holds it, and bytes as Base64. State is of help, never of need: without it the reply is still there,
 * and so is the conversation.
 *
 * @param provider only for models of the same provider
 */
record MessageState(String provider) {

    private static final System.Logger LOG = System.getLogger(MessageState.class.getName());

    private String format() {
        return "langchain4j." + (provider.isEmpty() ? "other" : provider);
    }

    /** The state of a message; empty if nothing but text and calls is in it, or what is in it cannot be written. */
    Optional<ProviderState> of(AiMessage message) {
        if (message.thinking() == null && message.attributes().isEmpty()) {
            return Optional.empty();
        }
        AiMessage rest = AiMessage.builder()
                .thinking(message.thinking())
                .attributes(message.attributes())
                .build();
        try {
            return Optional.of(new ProviderState(format(), ChatMessageSerializer.messageToJson(rest)));
        } catch (RuntimeException e) { // the reply has been paid for
            LOG.log(System.Logger.Level.WARNING, "Thinking or attributes of a message cannot be kept", e);
            return Optional.empty();
        }
    }

    /** A message with the state, to which text and calls are added; what {@link #isRestored} is not is left out. */
    AiMessage.Builder restored(Optional<ProviderState> state) {
        return state.flatMap(this::read).map(AiMessage::toBuilder).orElseGet(AiMessage::builder);
    }

    /** Whether a state is of models of this provider, in a form that this release of LangChain4j can read. */
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
        } catch (RuntimeException fromAnotherRelease) { // else this thread could never go on
            return Optional.empty();
        }
    }
}
