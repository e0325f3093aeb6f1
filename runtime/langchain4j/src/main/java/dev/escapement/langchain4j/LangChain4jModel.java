package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RateLimitedModel;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestOptions;
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
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Model} backed by a LangChain4j chat model.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop).model(LangChain4jModel.of(chatModel)).build();
 * }</pre>
 *
 * <p>Retries, keys and the defaults of temperature and length are configured in the chat model; the options of a request
 * replace its name, temperature and maximum length, but not its effort, for which LangChain4j has no parameter. The chat
 * model is called on a Java thread of its own, so that a call without a response ends after the {@linkplain
 * #withIdleTimeout idle timeout}. Values of {@link ThreadLocal}s, for example those of logging or tracing, are not propagated
 * to that Java thread. For a rate limit, wrap this model in a
 * {@link RateLimitedModel}. Safe for use by several Java threads if the chat model is.
 *
 * <p><b>Requests.</b> The prompt and the messages are converted to the form of {@link Conversation} without additions;
 * a blank prompt is omitted. Images and PDF documents are converted to LangChain4j's content, other files are rejected. A
 * required call is requested unless the adapter throws {@link
 * UnsupportedFeatureException}.
 *
 * <p><b>Tools.</b> The parameters of tools are passed on without loss, as raw JSON Schema wherever LangChain4j has no type of
 * its own. Adapters convert them further: most omit {@code additionalProperties} where LangChain4j has a type, and the one
 * for Gemini throws for raw JSON Schema and for references, so that it accepts simple tools only. Arguments are validated in
 * any case.
 *
 * <p><b>Replies.</b> A reply that ended because of its length or a content filter is incomplete, and none of its calls
 * run. A reply without a reason, or with one that has no name in LangChain4j, is complete if it has text
 * or calls with complete arguments, otherwise {@link StopReason#UNKNOWN}. Thinking and attributes that an adapter adds to a message are stored with
 * the thread and passed to models of the same provider; the chat model determines whether they are sent. They are
 * stored as JSON, in the form in which LangChain4j stores messages: a number becomes the smallest type that can contain
 * it, {@code 5L} becomes {@code 5}, and a {@code byte[]} becomes Base64. If LangChain4j cannot write them, a warning is
 * logged; if it cannot read those of another release, they are omitted. Neither affects the reply.
 *
 * <p><b>{@link ReplyProvenance}.</b> LangChain4j does not expose the bytes of its exchanges. The hashes are those of a JSON
 * form of prompt, messages with their state, tools and tool choice, and of text, calls and stop reason. Settings of the chat
 * model are not included.
 */
public final class LangChain4jModel implements Model {

    private static final Duration DEFAULT_IDLE = Duration.ofMinutes(10);
    private static final Duration MAX_IDLE = Duration.ofDays(365);

    private final ChatClient chat;
    private final Dialect dialect;
    private final Function<TokenUsage, Usage> usage;
    private final @Nullable Prices prices;
    private final Duration idle;

    private LangChain4jModel(
            ChatClient chat,
            Dialect dialect,
            Function<TokenUsage, Usage> usage,
            @Nullable Prices prices,
            Duration idle) {
        this.chat = chat;
        this.idle = idle;
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.prices = prices;
    }

    /**
     * Returns a model that is backed by a blocking chat model. Its tools have schemas in {@link Dialect#OPENAI}, and
     * its usage has no cost.
     *
     * @param model the chat model
     * @return the model
     */
    public static LangChain4jModel of(ChatModel model) {
        return of(new BlockingChatClient(Objects.requireNonNull(model, "model")));
    }

    /**
     * Returns a model that is backed by a streaming chat model and reports the deltas of each reply. Otherwise it is
     * like {@link #of}. After an interruption or an exception thrown by the consumer of the deltas, the stream is
     * cancelled at its next fragment, if the adapter supports that.
     *
     * @param model the chat model
     * @return the model
     */
    public static LangChain4jModel streaming(StreamingChatModel model) {
        return of(new StreamingChatClient(Objects.requireNonNull(model, "model")));
    }

    private static LangChain4jModel of(ChatClient chat) {
        return new LangChain4jModel(chat, Dialect.OPENAI, ChatResponseReader::usage, null, DEFAULT_IDLE);
    }

    /**
     * Returns a copy that offers tools with schemas in the given dialect.
     *
     * @param dialect the dialect that the provider of the chat model accepts
     * @return a new model
     */
    public LangChain4jModel withDialect(Dialect dialect) {
        return new LangChain4jModel(chat, dialect, usage, prices, idle);
    }

    /**
     * Returns a copy with the given conversion of token usage. It can include, for example, the cached tokens that
     * adapters report in subclasses of {@link TokenUsage}.
     *
     * @param usage converts the usage that the chat model reports; not called if there is none
     * @return a new model
     */
    public LangChain4jModel withUsage(Function<TokenUsage, Usage> usage) {
        return new LangChain4jModel(chat, dialect, usage, prices, idle);
    }

    /**
     * Returns a copy that computes the cost of each reply from a price table. The cost of writing tokens to a cache is
     * not included, because LangChain4j does not report their number.
     *
     * @param table the prices
     * @param model the name of the model in the table
     * @return a new model
     * @throws IllegalArgumentException if the table does not contain the model
     */
    public LangChain4jModel withPrices(PriceTable table, String model) {
        return new LangChain4jModel(chat, dialect, usage, table.of(model), idle);
    }

    /**
     * Returns a copy with the given idle timeout. It bounds the time without a fragment of a streamed response, and the
     * time for a whole one. Afterwards the stream is cancelled, the adapter's Java thread is interrupted, and the model is
     * {@linkplain ModelUnavailableException unavailable}. Default: 10 minutes.
     *
     * @param timeout the timeout, positive, at most 365 days
     * @return a new model
     * @throws IllegalArgumentException if it is another time
     */
    public LangChain4jModel withIdleTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_IDLE) > 0) {
            throw new IllegalArgumentException("The idle timeout must be positive and at most 365 days.");
        }
        return new LangChain4jModel(chat, dialect, usage, prices, timeout);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException if the provider did not reply or rejected the request, if the adapter failed, or if a message
     *     contains a file that it does not accept. The cause is the exception of the adapter, or a copy without keys if a
     *     message contains words in the form of a key. The message quotes the provider's answer, if there was one
     * @throws CancellationException if the Java thread was interrupted
     * @throws UnsupportedOperationException if the dialect cannot express the arguments of a tool
     * @throws IllegalArgumentException if a call has no answer, an answer has no call, or the request is empty
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        return reply(request, delta -> {});
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        ModelInfo info = info();
        ModelRequest sent = with(choice(request), Conversation.of(request), request);
        try {
            return send(sent, deltas, info);
        } catch (AdapterException failure) {
            boolean isForced = sent.choice() != ToolChoice.AUTO;
            if (!isForced || !(failure.fault() instanceof UnsupportedFeatureException)) {
                throw LangChain4jExceptions.of(info, failure.fault());
            }
        }
        try { // nothing was sent
            return send(with(ToolChoice.AUTO, sent.messages(), sent), deltas, info);
        } catch (AdapterException failure) {
            throw LangChain4jExceptions.of(info, failure.fault());
        }
    }

    private static ModelRequest with(ToolChoice choice, List<Message> messages, ModelRequest request) {
        return new ModelRequest(
                request.prompt(), messages, request.tools(), choice, request.options(), request.contents());
    }

    /** Returns the tool choice of a request, or {@code AUTO} if the request has no tools. */
    private static ToolChoice choice(ModelRequest request) {
        return request.tools().isEmpty() ? ToolChoice.AUTO : request.choice();
    }

    private ModelReply send(ModelRequest request, Consumer<Delta> deltas, ModelInfo info) {
        MessageState state = new MessageState(info.provider());
        FileContents files = new FileContents(info, request.contents());
        ChatRequest.Builder chatRequest =
                ChatRequest.builder().messages(ChatMessages.of(request.prompt(), request.messages(), state, files));
        if (!request.tools().isEmpty()) {
            chatRequest.toolSpecifications(ToolSpecificationMapper.of(request.tools(), dialect));
        }
        if (request.choice() == ToolChoice.REQUIRED) {
            chatRequest.toolChoice(dev.langchain4j.model.chat.request.ToolChoice.REQUIRED);
        }
        RequestOptions options = request.options();
        options.model().ifPresent(chatRequest::modelName);
        options.temperature().ifPresent(chatRequest::temperature);
        options.maxOutputTokens().ifPresent(chatRequest::maxOutputTokens);
        ChatResponse response = chat.send(chatRequest.build(), idle, deltas);
        ReplyBuilder reply = ChatResponseReader.of(response, state).usage(usage(response.tokenUsage()));
        return reply.hashes(ExchangeHashes.of(request, dialect, state), ExchangeHashes.of(reply.build()))
                .build();
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
     * Returns the provider and the model's name, if the chat model reports them. The host is unknown.
     *
     * @return the description
     */
    @Override
    public ModelInfo info() {
        return new ModelInfo(ProviderNames.name(reported(chat::provider)), modelName(), "", 0);
    }

    private String modelName() {
        ChatRequestParameters parameters = reported(chat::parameters);
        return parameters == null ? "" : ChatResponseReader.orEmpty(parameters.modelName());
    }

    /** Returns a description that the adapter reports, or null if it fails. The description is not required. */
    private static <T> @Nullable T reported(Supplier<T> description) {
        try {
            return description.get();
        } catch (RuntimeException | LinkageError unknown) {
            return null;
        }
    }
}
