package dev.escapement.engine;

import dev.escapement.OnText;
import dev.escapement.content.ContentStore;
import dev.escapement.internal.failure.Failures;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requests to the model as the current code renders them. */
final class ReplayRequests {

    /** A function that computes the hashes of the bodies with which a request may be sent. */
    @FunctionalInterface
    interface Hashes {
        Set<String> of(ModelRequest request);
    }

    private final AgentLoop loop;
    private final Hashes hashes;
    private int compared;

    ReplayRequests(AgentLoop loop, Hashes hashes) {
        this.loop = loop;
        this.hashes = hashes;
    }

    /** Returns the number of requests that were compared. */
    int compared() {
        return compared;
    }

    /**
     * Compares a request with the recorded hash.
     *
     * @param thread the thread from which the request is rendered
     * @return the current hash if it differs, which is empty if the request cannot be rendered; otherwise empty
     */
    Optional<String> difference(AgentThread thread, Command.AskModel ask, String recorded) {
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        Set<String> current;
        try {
            current = hashes.of(request(thread, ask));
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            return Optional.of("");
        }
        compared += current.isEmpty() ? 0 : 1;
        return current.isEmpty() || current.contains(recorded)
                ? Optional.empty()
                : Optional.of(current.iterator().next());
    }

    private ModelRequest request(AgentThread thread, Command.AskModel ask) {
        List<Message> messages = Conversation.understood(loop.messages(thread, ask.last()), loop.tools());
        ToolChoice choice = loop.policy().onText() == OnText.REJECT ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        return new ModelRequest(loop.prompt(), messages, ask.tools(), choice, ask.options(), ContentStore.none());
    }
}
