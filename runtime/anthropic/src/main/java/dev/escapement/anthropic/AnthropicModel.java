package dev.escapement.anthropic;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import dev.escapement.wire.BaseUrl;
import dev.escapement.wire.ClientBuilder;
import dev.escapement.wire.ClientSettings;
import dev.escapement.wire.Endpoint;
import dev.escapement.wire.EnvironmentModel;
import dev.escapement.wire.ReplyReader;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model behind the Messages API of Anthropic: at Anthropic itself, or at a server that speaks it.
 *
 * <pre>{@code
 * AnthropicModel.builder().model("claude-sonnet-4-5").apiKey(key).build()
 * }</pre>
 *
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that the API could not take:
 * a call without its answer, or a conversation that is empty and has no prompt either. A conversation that does not begin
 * with the user begins with the prompt instead. Immutable; safe for use by many threads.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages</a>
 */
public final class AnthropicModel implements Model {

    private static final String ANTHROPIC = "https://api.anthropic.com";
    private static final String PROVIDER = "anthropic";
    private static final String VERSION = "/v1";
    private static final Map<String, String> VERSION_HEADER = Map.of("anthropic-version", "2023-06-01");

    private final Settings settings;
    private final ToolOffer offer;
    private final ModelInfo info;
    private final @Nullable Prices prices;
    private final Endpoint endpoint;

    private AnthropicModel(ClientSettings client, Settings settings) {
        BaseUrl baseUrl = BaseUrl.of(client.baseUrl().orElse(ANTHROPIC), ANTHROPIC);
        this.settings = settings;
        this.offer = ToolOffer.of(client);
        this.info = baseUrl.info(PROVIDER, client.model());
        this.prices = client.prices().orElse(null);
        this.endpoint = new Endpoint(info, messages(baseUrl), VERSION_HEADER, key(client), client.http());
    }

    private static Map<String, String> key(ClientSettings client) {
        return client.apiKey().map(key -> Map.of("x-api-key", key)).orElse(Map.of());
    }

    /** Anthropic's own clients take addresses without the version, other people write it. */
    private static URI messages(BaseUrl baseUrl) {
        return baseUrl.with(baseUrl.uri().getPath().endsWith(VERSION) ? "/messages" : VERSION + "/messages");
    }

    /**
     * The model that the environment names: {@code ANTHROPIC_MODEL}, with {@code ANTHROPIC_API_KEY}, at
     * {@code ANTHROPIC_BASE_URL} if that is set, else at Anthropic. With a base URL there need not be a key.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing, or has a value that cannot be one; the message is one line
     *     that says which and does not repeat the value
     */
    public static AnthropicModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static AnthropicModel fromEnvironment(Function<String, @Nullable String> variables) {
        return EnvironmentModel.of("ANTHROPIC", variables).applyTo(builder()).build();
    }

    /**
     * A model that the environment names, to be set up further: with prices, for example.
     *
     * @return a builder that was told what {@link #fromEnvironment} reads
     * @throws IllegalStateException as {@link #fromEnvironment}
     */
    public static Builder builderFromEnvironment() {
        return EnvironmentModel.of("ANTHROPIC", System::getenv).applyTo(builder());
    }

    /**
     * A model that is set up.
     *
     * @return a builder without a model
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        return ask(request, null);
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return ask(request, Objects.requireNonNull(deltas, "deltas"));
    }

    private ModelReply ask(ModelRequest request, @Nullable Consumer<Delta> deltas) {
        return endpoint.ask(write(request, deltas != null), deltas, this::reader);
    }

    String write(ModelRequest request, boolean stream) {
        return MessagesRequest.write(
                settings, offer.of(request.tools()), new KeptContent(info.host()), request, stream);
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return new MessagesReader(info, new Tokens(prices), deltas);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public String toString() {
        return "AnthropicModel[" + info.model() + " at " + info.host() + ":" + info.port() + "]";
    }

    /**
     * Sets a model up. Not safe for use by many threads.
     *
     * <p>The key is sent as {@code x-api-key}. {@code /v1} at the end of the base URL makes no difference. Unless it is told
     * otherwise, the provider does not hold the model to the schemas of the tools, which are offered in
     * {@link Dialect#ANTHROPIC}: older models cannot. If it shall, they are offered in {@link Dialect#ANTHROPIC_STRICT}, but
     * for those that this cannot express, and those beyond 20, or beyond 24 optional properties or 16 unions of all of them.
     * A reply may have 16,384 tokens, and the budget for thinking if there is one; a limit has to be more than that budget. A
     * model that thinks cannot be forced to call tools, so what would force it does not count.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        /** Every model since Claude 4 gives at least twice as much, and few replies of an agent need it. */
        private static final int DEFAULT_OUTPUT_TOKENS = 16_384;

        private @Nullable Thinking thinking;
        private boolean caching = true;

        private Builder() {
            super(false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets how the model thinks before it replies. The default is the model's own, as a rule not at all. A request whose
         * last calls were made by a model that did not think is sent without a budget for thinking, because the API refuses
         * it otherwise.
         *
         * @param thinking the way to think
         * @return this builder
         */
        public Builder thinking(Thinking thinking) {
            this.thinking = Objects.requireNonNull(thinking, "thinking");
            return this;
        }

        /**
         * Sets whether the provider is asked to cache what will be sent again: the tools, the prompt and the conversation so
         * far. The default is that it is. What is cached costs a quarter more the first time and a tenth from then on, for
         * five minutes after each use; very short requests are not cached.
         *
         * @param caching whether it is
         * @return this builder
         */
        public Builder caching(boolean caching) {
            this.caching = caching;
            return this;
        }

        /**
         * Makes the model. Nothing is sent.
         *
         * @return the model
         * @throws IllegalArgumentException if something is missing or wrong, or the price table does not have the model; the
         *     message says what, and never shows the key
         */
        public AnthropicModel build() {
            ClientSettings client = settings("Anthropic");
            for (String name : client.properties().keySet()) {
                if (Settings.reserves(name, caching)) {
                    throw new IllegalArgumentException(
                            "The property " + name + " cannot be set: the client writes it itself.");
                }
            }
            return new AnthropicModel(
                    client, new Settings(client, outputTokens(client), Optional.ofNullable(thinking), caching));
        }

        private int outputTokens(ClientSettings client) {
            int budget = thinking instanceof Thinking.Budget given ? given.tokens() : 0;
            int usual = (int) Math.min(Integer.MAX_VALUE, (long) budget + DEFAULT_OUTPUT_TOKENS);
            int most = client.maxOutputTokens().orElse(usual);
            if (most <= budget) {
                throw new IllegalArgumentException(
                        "Of a reply of " + most + " tokens, thinking with a budget of " + budget + " leaves nothing.");
            }
            return most;
        }
    }
}
