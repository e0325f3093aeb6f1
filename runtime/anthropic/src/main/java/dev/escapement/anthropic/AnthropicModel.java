package dev.escapement.anthropic;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.Endpoint;
import dev.escapement.http.client.EnvironmentSettings;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.RequestBody;
import dev.escapement.http.request.BaseUrl;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Model} that calls the Messages API of Anthropic or of a compatible server.
 *
 * <pre>{@code
 * Model model = AnthropicModel.builder().model("claude-sonnet-4-5").apiKey(key).build();
 * }</pre>
 *
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that contains a call
 * without an answer, or neither a conversation nor a prompt. A conversation that does not begin with the user begins
 * with the prompt instead. Immutable; safe for use by several Java threads.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages</a>
 */
public final class AnthropicModel implements Model {

    private static final String ANTHROPIC = "https://api.anthropic.com";
    private static final String PROVIDER = "anthropic";
    private static final String VERSION = "/v1";
    private static final Map<String, String> VERSION_HEADER = Map.of("anthropic-version", "2023-06-01");

    private final AnthropicSettings settings;
    private final AnthropicTools tools;
    private final ModelInfo info;
    private final @Nullable Prices prices;
    private final Endpoint endpoint;

    private AnthropicModel(AnthropicSettings settings) {
        ClientSettings client = settings.client();
        BaseUrl baseUrl = BaseUrl.of(client.baseUrl().orElse(ANTHROPIC), ANTHROPIC);
        this.settings = settings;
        this.tools = new AnthropicTools(client);
        this.info = baseUrl.info(PROVIDER, client.model());
        this.prices = client.prices().orElse(null);
        this.endpoint = new Endpoint(
                info,
                messages(baseUrl),
                VERSION_HEADER,
                client.secretHeaders(key -> Map.of("x-api-key", key)),
                client.http());
    }

    /**
     * Returns the URL of the Messages API. Base URLs for Anthropic's own clients do not contain the version; other base
     * URLs do.
     */
    private static URI messages(BaseUrl baseUrl) {
        return baseUrl.with(baseUrl.uri().getPath().endsWith(VERSION) ? "/messages" : VERSION + "/messages");
    }

    /**
     * Returns a model configured by the environment variables {@code ANTHROPIC_MODEL}, {@code ANTHROPIC_API_KEY} and
     * {@code ANTHROPIC_BASE_URL}. Default base URL: Anthropic's own. With a base URL the key is optional.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing or invalid; the message is one line that names the variables
     *     and contains no values
     */
    public static AnthropicModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static AnthropicModel fromEnvironment(Function<String, @Nullable String> variables) {
        return EnvironmentSettings.of("ANTHROPIC", variables).applyTo(builder()).build();
    }

    /**
     * Returns a builder with the settings of {@link #fromEnvironment}. Further settings, such as prices, can be added.
     *
     * @return the builder
     * @throws IllegalStateException as {@link #fromEnvironment}
     */
    public static Builder builderFromEnvironment() {
        return EnvironmentSettings.of("ANTHROPIC", System::getenv).applyTo(builder());
    }

    /**
     * Returns a new builder with the default settings.
     *
     * @return a builder without a model
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        return post(request, null);
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return post(request, Objects.requireNonNull(deltas, "deltas"));
    }

    private ModelReply post(ModelRequest request, @Nullable Consumer<Delta> deltas) {
        return endpoint.post(RequestBody.of(write(request, deltas != null)), deltas, this::reader);
    }

    String write(ModelRequest request, boolean stream) {
        return MessagesRequest.write(
                settings, tools.of(request.tools()), new ContentState(info.host()), request, stream);
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return new MessagesReader(info, new AnthropicUsage(prices), deltas);
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
     * A builder of {@code AnthropicModel}s. Not safe for use by several Java threads.
     *
     * <p>The key is sent as {@code x-api-key}. A trailing {@code /v1} of the base URL is optional. By default, tools
     * are offered in {@link Dialect#ANTHROPIC}, and the provider does not enforce their schemas, because older models
     * do not support enforcement. With {@link #strict}, they are offered in {@link Dialect#ANTHROPIC_STRICT}, except
     * those that this dialect cannot express, and those beyond the API's limits of 20 tools, 24 optional properties and
     * 16 unions per request. The default maximum length of a reply is 16,384 tokens plus the budget for thinking; a
     * maximum must exceed that budget. A model that thinks cannot be forced to call tools, so a selection that would
     * force it has no effect.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        /**
         * The default maximum length of a reply in tokens, excluding thinking. It is half of the lowest limit of models
         * since Claude 4.
         */
        private static final int DEFAULT_OUTPUT_TOKENS = 16_384;

        private static final ThinkingMode.Visitor<Integer> BUDGET = new ThinkingMode.Visitor<>() {
            @Override
            public Integer adaptive(ThinkingMode.Adaptive adaptive) {
                return 0;
            }

            @Override
            public Integer budget(ThinkingMode.TokenBudget budget) {
                return budget.tokens();
            }
        };

        private @Nullable ThinkingMode thinking;
        private boolean caching = true;

        private Builder() {
            super(false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the mode in which the model thinks before it replies. Default: the model's own, usually without
         * thinking. A request whose last calls were made without thinking is sent without a budget for thinking,
         * because the API would reject it.
         *
         * @param thinking the thinking mode
         * @return this builder
         */
        public Builder thinking(ThinkingMode thinking) {
            this.thinking = Objects.requireNonNull(thinking, "thinking");
            return this;
        }

        /**
         * Sets whether the provider caches the parts of a request that later requests repeat. These are the tools, the
         * prompt and the conversation so far. Default: true. Cached tokens cost a quarter more in the first request and
         * a tenth in later ones, for five minutes after each use. Very short requests are not cached.
         *
         * @param caching whether to cache them
         * @return this builder
         */
        public Builder caching(boolean caching) {
            this.caching = caching;
            return this;
        }

        /**
         * Returns a model with these settings. Sends nothing.
         *
         * @return the model
         * @throws IllegalArgumentException if a setting is missing or invalid, or the price table does not contain the model;
         *     the message never contains the key
         */
        public AnthropicModel build() {
            ClientSettings client = settings("Anthropic");
            client.rejectProperties(name -> AnthropicSettings.reserves(name, caching));
            return new AnthropicModel(
                    new AnthropicSettings(client, outputTokens(client), Optional.ofNullable(thinking), caching));
        }

        private int outputTokens(ClientSettings client) {
            int budget = thinking == null ? 0 : thinking.accept(BUDGET);
            int usual = (int) Math.min(Integer.MAX_VALUE, (long) budget + DEFAULT_OUTPUT_TOKENS);
            int most = client.maxOutputTokens().orElse(usual);
            if (most <= budget) {
                throw new IllegalArgumentException("The maximum length of a reply is " + most
                        + " tokens. It must exceed the budget for thinking, " + budget + " tokens.");
            }
            return most;
        }
    }
}
