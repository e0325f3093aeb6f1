package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RateLimitedModel;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.Conversation;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.tool.Dialect;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets an agent talk to any chat model of LangChain4j. Timeouts, retries, keys and temperature are set there; for a limit
 * of how often it is asked, put it into a {@link RateLimitedModel}. Safe for use by many threads if the chat model is.
 *
 * <p><b>The request.</b> Nothing is added to the words of the thread and of its agent, which are brought into the form of
 * {@link Conversation}; a prompt that is blank is left out. A model that has to call a tool is told so, unless its adapter
 * says that it cannot be.
 *
 * <p><b>The tools.</b> The parameters of tools are handed over without loss, as raw JSON Schema wherever LangChain4j has
 * no type of its own. What its adapter of a provider makes of them is up to that: most leave
 * {@code additionalProperties} out where LangChain4j has a type, and that for Gemini throws for raw JSON Schema and for
 * references, so that it takes plain tools only. Whatever the model was told, the arguments are checked.
 *
 * <p><b>The reply.</b> One that ended for length, for a content filter, or for a reason that LangChain4j has no name for,
 * which refusals are to some of its adapters ({@link StopReason#UNKNOWN}), is not complete: nothing of it is run. A
 * provider that gives no reason at all is trusted. Thinking and attributes that an adapter keeps at a message are kept
 * with the thread and handed back to models of the same provider; whether they are sent is set at the chat model. They
 * are kept as JSON, in the form in which LangChain4j stores messages: a number comes back as the smallest type that holds
 * it, {@code 5L} as {@code 5}, and a {@code byte[]} as Base64. If LangChain4j cannot write them, the log says so, and if it
 * cannot read what another release wrote, they are left out: the reply counts, and the thread goes on.
 *
 * <p><b>Its {@link ReplyProvenance}.</b> LangChain4j does not show the bytes that are sent and received. The hashes are of what is
 * handed over and comes back: of a JSON form of prompt, messages with what is handed back with them, tools and the choice of tools, and of text, calls and
 * the reason why the model stopped. What is set at the chat model is not part of them.
 */
public final class LangChain4jModel implements Model {

    private final ChatClient chat;
    private final Dialect dialect;
    private final Function<TokenUsage, Usage> usage;
    private final @Nullable Prices prices;

    private LangChain4jModel(ChatClient chat, Dialect dialect, Function<TokenUsage, Usage> usage, @Nullable Prices prices) {
        this.chat = chat;
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.prices = prices;
    }

    /**
     * A chat model of LangChain4j, told of tools in {@link Dialect#OPENAI}, with tokens as its usage.
     *
     * @param model the chat model
     * @return the same as a model for agents
     */
    public static LangChain4jModel of(ChatModel model) {
        return of(new ChatClient.Whole(Objects.requireNonNull(model, "model")));
    }

    /**
     * A chat model of LangChain4j whose replies can be watched while they arrive, otherwise as {@link #of}. A reply that
     * nobody wants any more, because of an interrupt or of what the consumer of its pieces throws, is cancelled at the
     * provider with the next piece, if the adapter can do that.
     *
     * @param model the chat model; has to end each response by itself, with a timeout if need be
     * @return the same as a model for agents
     */
    public static LangChain4jModel streaming(StreamingChatModel model) {
        return of(new StreamingChatClient(Objects.requireNonNull(model, "model")));
    }

    private static LangChain4jModel of(ChatClient chat) {
        return new LangChain4jModel(chat, Dialect.OPENAI, ChatResponseReader::usage, null);
    }

    /**
     * The same model, told of tools in another form of JSON Schema.
     *
     * @param dialect the form that the provider behind the chat model accepts
     * @return a new model
     */
    public LangChain4jModel withDialect(Dialect dialect) {
        return new LangChain4jModel(chat, dialect, usage, prices);
    }

    /**
     * The same model with another reading of what a reply used, for tokens from a cache: LangChain4j tells of those in
     * subclasses of {@link TokenUsage} that belong to its adapters.
     *
     * @param usage makes a usage of what the chat model reports; not called if it reports nothing
     * @return a new model
     */
    public LangChain4jModel withUsage(Function<TokenUsage, Usage> usage) {
        return new LangChain4jModel(chat, dialect, usage, prices);
    }

    /**
     * The same model with prices: they replace the cost of the usage. What it costs to put tokens into a cache is not
     * counted, because LangChain4j does not tell how many they are.
     *
     * @param table the prices
     * @param model the name of the model in the table
     * @return a new model
     * @throws IllegalArgumentException if the table does not have the model
     */
    public LangChain4jModel withPrices(PriceTable table, String model) {
        return new LangChain4jModel(chat, dialect, usage, table.of(model));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException if LangChain4j says that the provider did not reply or rejected the request, with its
     *     exception as the cause. The message quotes the provider's answer, if there was one, and no other exception
     * @throws CancellationException if the thread of execution was interrupted
     * @throws UnsupportedOperationException if the dialect cannot express the arguments of a tool
     * @throws IllegalArgumentException if the request has calls without an answer or the other way round, or contains
     *     nothing
     * @throws RuntimeException what else the chat model throws, unchanged
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        return reply(request, delta -> {});
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        ModelRequest asked =
                new ModelRequest(request.prompt(), Conversation.of(request), request.tools(), choice(request));
        ModelInfo info = info();
        try {
            return ask(asked, deltas, info);
        } catch (UnsupportedFeatureException unsupported) { // nothing was sent
            if (asked.choice() == ToolChoice.AUTO) {
                throw unsupported;
            }
            return ask(new ModelRequest(asked.prompt(), asked.messages(), asked.tools()), deltas, info);
        }
    }

    /** Without tools there is nothing to call. */
    private static ToolChoice choice(ModelRequest request) {
        return request.tools().isEmpty() ? ToolChoice.AUTO : request.choice();
    }

    private ModelReply ask(ModelRequest request, Consumer<Delta> deltas, ModelInfo info) {
        MessageState state = new MessageState(info.provider());
        ChatRequest.Builder chatRequest =
                ChatRequest.builder().messages(ChatMessages.of(request.prompt(), request.messages(), state));
        if (!request.tools().isEmpty()) {
            chatRequest.toolSpecifications(ToolSpecificationMapper.of(request.tools(), dialect));
        }
        if (request.choice() == ToolChoice.REQUIRED) {
            chatRequest.toolChoice(dev.langchain4j.model.chat.request.ToolChoice.REQUIRED);
        }
        ChatResponse response = response(chatRequest.build(), deltas, info);
        ReplyBuilder reply = ChatResponseReader.of(response, state).usage(usage(response.tokenUsage()));
        return reply.hashes(ExchangeHashes.of(request, dialect, state), ExchangeHashes.of(reply.build()))
                .build();
    }

    private ChatResponse response(ChatRequest request, Consumer<Delta> deltas, ModelInfo info) {
        try {
            return chat.ask(request, deltas);
        } catch (RuntimeException fault) {
            throw LangChain4jExceptions.of(info, fault);
        }
    }

    private Usage usage(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return Usage.NONE;
        }
        Usage used = usage.apply(tokens);
        return prices == null
                ? used
                : new Usage(
                        used.inputTokens(),
                        used.outputTokens(),
                        used.cachedTokens(),
                        prices.of(used.inputTokens(), used.cachedTokens(), 0, used.outputTokens()));
    }

    /**
     * The provider and the name of the model, as far as the chat model tells them; it does not tell the host.
     *
     * @return the names
     */
    @Override
    public ModelInfo info() {
        return new ModelInfo(
                ProviderNames.name(chat.provider()),
                ChatResponseReader.orEmpty(chat.parameters().modelName()),
                "",
                0);
    }
}
