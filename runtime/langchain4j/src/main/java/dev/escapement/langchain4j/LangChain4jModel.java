package dev.escapement.langchain4j;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Dialect;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import java.util.function.Function;

/**
 * Lets an agent talk to any chat model of LangChain4j. Timeouts, retries, keys and temperature are set there. Safe for
 * use by many threads if the chat model is.
 *
 * <p><b>The request.</b> Nothing is added to the words of the thread and of its agent. Messages of the user that follow
 * one another become one, with an empty line between them, and come after the answers to the model's calls; earlier
 * replies of the model that were empty, and a prompt that is blank, are left out: many providers refuse anything else.
 * An earlier call whose arguments are no JSON object shows them as they were repaired, or {@code {}} if they were
 * rejected: most providers take nothing but objects there, and the answer to the call says what was wrong.
 *
 * <p><b>The tools.</b> The parameters of tools are handed over without loss, as raw JSON Schema wherever LangChain4j has
 * no type of its own. What its adapter of a provider makes of them is up to that: most leave
 * {@code additionalProperties} out where LangChain4j has a type, and that for Gemini throws for raw JSON Schema and for
 * references, so that it takes plain tools only. Whatever the model was told, the arguments are checked.
 *
 * <p><b>The reply.</b> Calls without an id, or with that of another call of the same reply, get one of their own. A reply
 * that ended for length, for a content filter or for a reason that LangChain4j has no name for is not complete: it is no
 * reply at all but an {@link IncompleteReplyException}, so that neither half a call is run nor half a sentence taken for
 * an answer. A provider that gives no reason at all is trusted. Thinking, and attributes that an adapter keeps at a
 * message, are not part of a thread and are not sent back; models that insist on them must have thinking turned off.
 */
public final class LangChain4jModel implements Model {

    private final ChatModel model;
    private final Dialect dialect;
    private final Function<TokenUsage, Usage> usage;

    private LangChain4jModel(ChatModel model, Dialect dialect, Function<TokenUsage, Usage> usage) {
        this.model = Objects.requireNonNull(model, "model");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.usage = Objects.requireNonNull(usage, "usage");
    }

    /**
     * A chat model of LangChain4j, told of tools in {@link Dialect#OPENAI}, with tokens as its usage.
     *
     * @param model the chat model
     * @return the same as a model for agents
     */
    public static LangChain4jModel of(ChatModel model) {
        return new LangChain4jModel(model, Dialect.OPENAI, Replies::usage);
    }

    /**
     * The same model, told of tools in another form of JSON Schema.
     *
     * @param dialect the form that the provider behind the chat model accepts
     * @return a new model
     */
    public LangChain4jModel withDialect(Dialect dialect) {
        return new LangChain4jModel(model, dialect, usage);
    }

    /**
     * The same model with another reading of what a reply cost, for prices, and for tokens from a cache: LangChain4j tells
     * of those in subclasses of {@link TokenUsage} that belong to its adapters.
     *
     * @param usage makes a usage of what the chat model reports; not called if it reports nothing
     * @return a new model
     */
    public LangChain4jModel withUsage(Function<TokenUsage, Usage> usage) {
        return new LangChain4jModel(model, dialect, usage);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IncompleteReplyException if the model stopped before it had said all
     * @throws UnsupportedOperationException if the dialect cannot express the arguments of a tool
     * @throws IllegalArgumentException if the request answers a call that it does not contain, or contains nothing
     * @throws RuntimeException what the chat model throws, unchanged
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        ChatRequest.Builder chat = ChatRequest.builder().messages(Conversation.of(request));
        if (!request.tools().isEmpty()) {
            chat.toolSpecifications(Specifications.of(request.tools(), dialect));
        }
        ChatResponse response = model.chat(chat.build());
        TokenUsage tokens = response.tokenUsage();
        return Replies.of(response, tokens == null ? Usage.NONE : usage.apply(tokens));
    }
}
