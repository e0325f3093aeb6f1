package dev.escapement.run;

import dev.escapement.OnText;
import dev.escapement.content.ContentException;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.internal.failure.Failures;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.spi.Conversation;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.RequestFailed.Part;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sender of a thread's requests to the model. Distinguishes permanent failures, which are recorded, from others. */
final class ModelRequester {

    private static final int MAX_MESSAGE_LENGTH = 2_000;

    private static final String UNSUPPORTED_FILE = "unsupported_media_type";

    /** Thrown within this package if a request failed in a way that would recur, so that the failure is recorded. */
    static final class PermanentFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Part part;
        private final String description;
        private final transient ResponseInfo response;

        private PermanentFailure(Part part, String description, ResponseInfo response, @Nullable Throwable cause) {
            super(description, cause);
            this.part = part;
            this.description = description;
            this.response = response;
        }

        /** Returns the part of the request that failed. */
        Part part() {
            return part;
        }

        /** Returns the description for people, which does not contain the message of an unexpected exception. */
        String description() {
            return description;
        }

        /** Returns the information about the provider's response. */
        ResponseInfo response() {
            return response;
        }
    }

    private final RunnerConfig config;

    ModelRequester(RunnerConfig config) {
        this.config = config;
    }

    /**
     * Returns the model's reply.
     *
     * @throws PermanentFailure if the failure is to be recorded
     * @throws ModelException if the model is temporarily unavailable
     * @throws InterruptedActionException if the Java thread was interrupted
     */
    ModelReply reply(AgentThread thread, Command.AskModel ask) {
        AgentLoop loop = config.loop();
        String prompt;
        List<Message> messages;
        try {
            prompt = Objects.requireNonNull(loop.prompt(), RunMessages.NULL_PROMPT);
        } catch (Throwable e) {
            throw unexpected(Part.PROMPT, thread, e);
        }
        try {
            List<Message> rendered =
                    Objects.requireNonNull(loop.messages(thread, ask.last()), RunMessages.NULL_MESSAGES);
            messages = Conversation.understood(rendered, loop.tools());
        } catch (Throwable e) {
            throw unexpected(Part.CONTEXT, thread, e);
        }
        ToolChoice choice = loop.policy().onText() == OnText.REJECT ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        RequestOptions options = ask.options().or(config.options());
        return reply(thread, new ModelRequest(prompt, messages, ask.tools(), choice, options, config.contents()));
    }

    private ModelReply reply(AgentThread thread, ModelRequest request) {
        Model model = config.modelFor(thread);
        @Nullable ModelReply reply;
        try {
            reply = config.interceptor().ask(thread, request, model);
        } catch (RequestRejectedException e) {
            requireUninterrupted(e);
            String message = Excerpt.lines(Objects.toString(e.getMessage(), ""), MAX_MESSAGE_LENGTH);
            throw new PermanentFailure(
                    isAboutContent(e) ? Part.CONTENT : Part.PROVIDER,
                    RequestMessages.withRequestId(message, e.response().requestId()),
                    e.response(),
                    e);
        } catch (ContentException e) {
            requireUninterrupted(e);
            throw new PermanentFailure(
                    Part.CONTENT,
                    Excerpt.lines(Objects.toString(e.getMessage(), ""), MAX_MESSAGE_LENGTH),
                    ResponseInfo.NONE,
                    e);
        } catch (ModelException e) {
            requireUninterrupted(e);
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) { // a checked exception may be thrown undeclared
            throw unexpected(Part.PROVIDER, thread, e);
        }
        if (reply == null) {
            requireUninterrupted(null);
            String description = RequestMessages.nullReply(
                    Objects.requireNonNullElse(config.model().info(), ModelInfo.UNKNOWN)
                            .model(),
                    config.model().getClass().getName());
            throw new PermanentFailure(Part.PROVIDER, description, ResponseInfo.NONE, null);
        }
        if (reply.stop() == StopReason.UNKNOWN) {
            ReplyProvenance source = reply.provenance();
            RunLog.log(
                    ModelRequester.class,
                    System.Logger.Level.WARNING,
                    RequestMessages.unknownFinishReason(source.model(), source.finishReason()));
        }
        return reply;
    }

    /** Returns whether a client or provider rejected a file, so that the request can be repeated without it. */
    private static boolean isAboutContent(RequestRejectedException rejected) {
        return rejected.code().equals(UNSUPPORTED_FILE);
    }

    private static void requireUninterrupted(@Nullable Throwable thrown) {
        if (Interruptions.include(thrown)) {
            throw new InterruptedActionException(thrown);
        }
    }

    /** Returns the failure for an unexpected exception, which is logged under a reference. */
    private static RuntimeException unexpected(Part part, AgentThread thread, Throwable thrown) {
        Failures.throwIfFatal(thrown);
        if (Interruptions.include(thrown)) {
            return new InterruptedActionException(thrown);
        }
        String reference = thread.id() + "/" + thread.events().size();
        String description = RequestMessages.requestFailed(part, reference);
        RunLog.log(ModelRequester.class, System.Logger.Level.ERROR, description, thrown);
        return new PermanentFailure(part, description, ResponseInfo.NONE, thrown);
    }
}
