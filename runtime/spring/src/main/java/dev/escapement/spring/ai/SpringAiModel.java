package dev.escapement.spring.ai;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.Usage;
import dev.escapement.model.spi.Conversation;
import dev.escapement.tool.Dialect;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.tool.ToolCallback;

/**
 * A {@link Model} backed by a chat model of Spring AI 1.1 or 2.
 *
 * <pre>{@code
 * @Bean
 * Model model(ChatModel chatModel) {
 *     return SpringAiModel.of(chatModel);
 * }
 * }</pre>
 *
 * <p>Retries, timeouts, keys and the defaults of temperature and length are configured in the chat model; the options of a
 * request replace its name, temperature and maximum length, but not its effort, for which Spring AI has no portable option.
 * The chat model is called on the caller's Java thread, so that its observations belong to the current one. Safe for use by
 * several Java threads if the chat model is.
 *
 * <p><b>Requests.</b> The prompt and the messages are converted to the form of {@link Conversation} without additions; a blank
 * prompt is omitted. The answers to the calls of one reply become one message of tool responses, whose failures have no mark.
 * Images and PDF documents become media; those of answers follow in a message from the user. A required call is not
 * requested, because Spring AI has no portable option for it.
 *
 * <p><b>Tools.</b> The agent's loop runs the tools: Spring AI's own execution of tools is switched off. In Spring AI 1.1 the
 * default tools of the chat model are also offered to the model; the loop rejects calls to them. Arguments are validated in
 * any case.
 *
 * <p><b>Replies.</b> The metadata that an adapter expects in later requests, such as signatures of thoughts, is recorded with
 * the reply. Results with the model's thinking are omitted. The exchange has no hashes, because its bytes are unknown.
 */
public final class SpringAiModel implements Model {

    private final ChatModel chat;
    private final boolean isStreaming;
    private final Dialect dialect;
    private final Function<org.springframework.ai.chat.metadata.Usage, Usage> usage;
    private final @Nullable Prices prices;

    private SpringAiModel(
            ChatModel chat,
            boolean isStreaming,
            Dialect dialect,
            Function<org.springframework.ai.chat.metadata.Usage, Usage> usage,
            @Nullable Prices prices) {
        this.chat = Objects.requireNonNull(chat, "chat");
        this.isStreaming = isStreaming;
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.prices = prices;
    }

    /**
     * Returns a model that is backed by a chat model. Its tools have schemas in {@link Dialect#OPENAI}, its replies are not
     * streamed, and its usage has no cost.
     *
     * @param chat the chat model
     * @return the model
     */
    public static SpringAiModel of(ChatModel chat) {
        return new SpringAiModel(chat, false, Dialect.OPENAI, ResponseCollector::usage, null);
    }

    /**
     * Returns a copy that streams a reply if the caller consumes its deltas. Some adapters report usage for a stream only if
     * an option requests it, for example {@code spring.ai.openai.chat.options.stream-usage}; without it, limits on tokens do
     * not apply.
     *
     * @return a new model
     */
    public SpringAiModel withStreaming() {
        return new SpringAiModel(chat, true, dialect, usage, prices);
    }

    /**
     * Returns a copy that offers tools with schemas in the given dialect.
     *
     * @param dialect the dialect that the provider of the chat model accepts
     * @return a new model
     */
    public SpringAiModel withDialect(Dialect dialect) {
        return new SpringAiModel(chat, isStreaming, dialect, usage, prices);
    }

    /**
     * Returns a copy with the given conversion of token usage. It can include, for example, the cached tokens in the native
     * usage of an adapter.
     *
     * @param usage converts the usage that the chat model reports; not called if there is none
     * @return a new model
     */
    public SpringAiModel withUsage(Function<org.springframework.ai.chat.metadata.Usage, Usage> usage) {
        return new SpringAiModel(chat, isStreaming, dialect, usage, prices);
    }

    /**
     * Returns a copy that computes the cost of each reply from a price table. The cost of writing tokens to a cache is not
     * included.
     *
     * @param table the prices
     * @param model the name of the model in the table
     * @return a new model
     * @throws IllegalArgumentException if the table does not contain the model
     */
    public SpringAiModel withPrices(PriceTable table, String model) {
        return new SpringAiModel(chat, isStreaming, dialect, usage, table.of(model));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException if the provider did not reply or rejected the request, if the adapter failed, or if a message
     *     contains a file that it does not accept. The cause is the exception of the adapter, or a copy without keys. The
     *     message quotes the provider's answer, if there was one
     * @throws CancellationException if the Java thread was interrupted
     * @throws UnsupportedOperationException if the dialect cannot express the arguments of a tool
     * @throws IllegalArgumentException if a call has no answer, or an answer has no call
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        return send(request, false, delta -> {});
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return send(request, isStreaming, deltas);
    }

    private ModelReply send(ModelRequest request, boolean isStream, Consumer<Delta> deltas) {
        ModelInfo info = info();
        MetadataState state = new MetadataState(info.provider());
        List<ToolCallback> tools = request.tools().stream()
                .<ToolCallback>map(tool -> DeclaredTool.of(tool, dialect))
                .toList();
        List<org.springframework.ai.chat.messages.Message> messages = PromptMessages.of(
                request.prompt(), Conversation.of(request), state, new MediaContents(info, request.contents()));
        ResponseCollector collector = new ResponseCollector(isStream, isStream ? deltas : delta -> {});
        try {
            Prompt prompt = new Prompt(messages, PromptOptions.of(chat, tools, request.options()));
            if (isStream) {
                stream(prompt, collector);
            } else {
                ChatResponse response = chat.call(prompt);
                collector.add(Objects.requireNonNull(response, "The chat model returned null."));
            }
        } catch (ConsumerException e) {
            throw e.thrown;
        } catch (RuntimeException | Error fault) {
            throw SpringAiExceptions.of(info, fault);
        }
        return collector.reply(state, this::priced).build();
    }

    /** Collects the parts of a stream on the caller's Java thread. Cancels the stream after an exception. */
    private void stream(Prompt prompt, ResponseCollector collector) {
        try (Stream<ChatResponse> parts = chat.stream(prompt).toStream(1)) {
            parts.forEach(part -> {
                try {
                    collector.add(part);
                } catch (RuntimeException e) {
                    throw new ConsumerException(e);
                }
            });
        }
    }

    /** Carries an exception of the consumer of deltas through the stream, unchanged. */
    private static final class ConsumerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RuntimeException thrown;

        ConsumerException(RuntimeException thrown) {
            super(null, thrown, false, false);
            this.thrown = thrown;
        }
    }

    private Usage priced(org.springframework.ai.chat.metadata.Usage reported) {
        Usage used = usage.apply(reported);
        return prices == null
                ? used
                : new Usage(
                        used.inputTokens(),
                        used.outputTokens(),
                        used.cachedTokens(),
                        prices.of(used.inputTokens(), used.cachedTokens(), 0, used.outputTokens()));
    }

    /**
     * Returns the provider of the adapter and the model's name, if they are known. The host is unknown.
     *
     * @return the description
     */
    @Override
    public ModelInfo info() {
        String name = null;
        try {
            ChatOptions options = chat.getDefaultOptions();
            name = options == null ? null : options.getModel();
        } catch (RuntimeException | LinkageError unknown) {
            // the name is not required
        }
        return new ModelInfo(SpringAiProviders.of(chat), name == null ? "" : name, "", 0);
    }
}
