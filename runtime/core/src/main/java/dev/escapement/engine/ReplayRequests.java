package dev.escapement.engine;

import dev.escapement.OnText;
import dev.escapement.content.ContentStore;
import dev.escapement.internal.failure.Failures;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.RequestFailed.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The requests to the model as the current code renders them. */
final class ReplayRequests {

    /** A function that computes the hashes of the bodies with which a request may be sent. */
    @FunctionalInterface
    interface Hashes {
        Set<String> of(ModelRequest request);
    }

    /**
     * The settings of a runner that apply to requests.
     *
     * @param options the options that those of the agent override
     */
    record RequestSettings(Model model, RequestOptions options, ContentStore contents) {

        /** Returns a request as the runner sends it. */
        ModelRequest applied(ModelRequest request) {
            return new ModelRequest(
                    request.prompt(),
                    request.messages(),
                    request.tools(),
                    request.choice(),
                    request.options().or(options),
                    contents);
        }
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
            current = hashes.of(request(loop, thread, ask));
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            return Optional.of("");
        }
        compared += current.isEmpty() ? 0 : 1;
        return current.isEmpty() || current.contains(recorded)
                ? Optional.empty()
                : Optional.of(current.iterator().next());
    }

    /**
     * Renders a request, without the options and the content store of the runner.
     *
     * @throws RequestRenderingException if a method of the agent throws an exception or returns null
     */
    static ModelRequest request(AgentLoop loop, AgentThread thread, Command.AskModel ask) {
        String prompt;
        try {
            prompt = Objects.requireNonNull(loop.prompt(), "prompt");
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            throw RequestRenderingException.of(Part.PROMPT, loop.agent(), e);
        }
        ToolChoice choice = loop.policy().onText() == OnText.REJECT ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        try {
            List<Message> messages = Objects.requireNonNull(loop.messages(thread, ask.last()), "messages");
            return new ModelRequest(
                    prompt,
                    Conversation.understood(messages, loop.tools()),
                    ask.tools(),
                    choice,
                    ask.options(),
                    ContentStore.none());
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            throw RequestRenderingException.of(Part.CONTEXT, loop.agent(), e);
        }
    }
}
