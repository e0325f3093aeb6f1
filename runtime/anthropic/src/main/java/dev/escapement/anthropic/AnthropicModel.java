package dev.escapement.anthropic;

import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import dev.escapement.wire.BaseUrl;
import dev.escapement.wire.Endpoint;
import dev.escapement.wire.EnvironmentModel;
import dev.escapement.wire.HttpSettings;
import dev.escapement.wire.ReplyReader;
import dev.escapement.wire.ToolSelection;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    private final Settings settings;
    private final ToolOffer offer;
    private final ModelInfo info;
    private final @Nullable Prices prices;
    private final Endpoint endpoint;

    private AnthropicModel(Builder builder, String model, BaseUrl baseUrl, @Nullable Prices prices) {
        this.settings = builder.settings(model);
        this.offer = new ToolOffer(builder.dialect(), builder.strict);
        this.info = baseUrl.info(PROVIDER, model);
        this.prices = prices;
        this.endpoint = new Endpoint(info, messages(baseUrl), builder.headers(), builder.http);
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
     * @throws IllegalStateException if a variable is missing; the message is one line and says what to set
     * @throws IllegalArgumentException if a variable has a value that is none
     */
    public static AnthropicModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static AnthropicModel fromEnvironment(Function<String, @Nullable String> variables) {
        EnvironmentModel found = EnvironmentModel.of("ANTHROPIC", variables);
        Builder builder = builder().model(found.model());
        found.apiKey().ifPresent(builder::apiKey);
        found.baseUrl().ifPresent(builder::baseUrl);
        return builder.build();
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
        return MessagesRequest.write(settings, offer.of(request.tools()), request, stream);
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

    /** Sets a model up. Not safe for use by many threads. */
    public static final class Builder {

        /** Every model since Claude 4 gives at least twice as much, and few replies of an agent need it. */
        private static final int DEFAULT_OUTPUT_TOKENS = 16_384;

        private static final Pattern KEY = Pattern.compile("[!-~]+");
        private static final String VERSION = "2023-06-01";

        private @Nullable String model;
        private @Nullable String apiKey;
        private @Nullable String baseUrl;
        private boolean strict;
        private @Nullable Dialect dialect;
        private @Nullable ToolSelection selection;
        private @Nullable Boolean parallelToolCalls;
        private @Nullable Integer maxOutputTokens;
        private @Nullable Thinking thinking;
        private boolean caching = true;
        private final Map<String, JsonText> properties = new LinkedHashMap<>();
        private @Nullable PriceTable prices;
        private HttpSettings http = HttpSettings.DEFAULT;

        private Builder() {}

        /**
         * Sets the model. There is no default.
         *
         * @param model its name, as the provider has it
         * @return this builder
         */
        public Builder model(String model) {
            this.model = Objects.requireNonNull(model, "model");
            return this;
        }

        /**
         * Sets the key, which is sent as {@code x-api-key} and shown to nobody else. Anthropic needs one.
         *
         * @param apiKey the key
         * @return this builder
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            return this;
        }

        /**
         * Sets the server. The default is Anthropic.
         *
         * @param baseUrl its address, like {@code https://api.anthropic.com}; a slash or {@code /v1} at its end makes no
         *     difference
         * @return this builder
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            return this;
        }

        /**
         * Sets whether the provider shall hold the model to the schemas of the tools. The default is that it shall not:
         * older models cannot. A tool whose schema {@link Dialect#ANTHROPIC_STRICT} cannot express is offered without, and
         * so are tools beyond 20, or beyond 24 optional properties or 16 unions of all of them; either is logged once.
         *
         * @param strict whether it shall
         * @return this builder
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * Sets the form of the schemas. The default follows {@link #strict}: {@link Dialect#ANTHROPIC_STRICT}, or else
         * {@link Dialect#ANTHROPIC}.
         *
         * @param dialect the form
         * @return this builder
         */
        public Builder dialect(Dialect dialect) {
            this.dialect = Objects.requireNonNull(dialect, "dialect");
            return this;
        }

        /**
         * Sets whether one reply may have several calls. The default is the provider's.
         *
         * @param allowed whether it may
         * @return this builder
         */
        public Builder parallelToolCalls(boolean allowed) {
            this.parallelToolCalls = allowed;
            return this;
        }

        /**
         * Sets which tools the model may or must call. The default is what the agent asks for. A model that thinks cannot
         * be forced to call any, so what would force it does not count then.
         *
         * @param selection the selection
         * @return this builder
         */
        public Builder toolChoice(ToolSelection selection) {
            this.selection = Objects.requireNonNull(selection, "selection");
            return this;
        }

        /**
         * Sets how long a reply may be, thinking included. The default is 16,384, and the budget for thinking if there is
         * one.
         *
         * @param tokens 1 or more, and more than the budget for thinking
         * @return this builder
         */
        public Builder maxOutputTokens(int tokens) {
            this.maxOutputTokens = tokens;
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
         * Sets any other property of the body of each request, {@code temperature} or {@code metadata} for example.
         *
         * @param name its name; none that the client writes itself
         * @param json its value as JSON text
         * @return this builder
         * @throws IllegalArgumentException if the value is no JSON text
         */
        public Builder property(String name, String json) {
            properties.put(Objects.requireNonNull(name, "name"), new JsonText(json));
            return this;
        }

        /**
         * Sets the prices, so that each reply has its cost.
         *
         * @param prices a table that has the model
         * @return this builder
         */
        public Builder prices(PriceTable prices) {
            this.prices = Objects.requireNonNull(prices, "prices");
            return this;
        }

        /**
         * Sets how the server is talked to. The default is {@link HttpSettings#DEFAULT}.
         *
         * @param http the settings
         * @return this builder
         */
        public Builder http(HttpSettings http) {
            this.http = Objects.requireNonNull(http, "http");
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
            if (model == null || model.isBlank()) {
                throw new IllegalArgumentException("Name the model: model(...).");
            }
            if (apiKey == null && baseUrl == null) {
                throw new IllegalArgumentException("Anthropic needs a key: apiKey(...). Other servers: baseUrl(...).");
            }
            if (apiKey != null && !KEY.matcher(apiKey).matches()) {
                throw new IllegalArgumentException(
                        "The key is empty, or has white space or other characters that no key has.");
            }
            Prices found = prices == null ? null : prices.of(model);
            return new AnthropicModel(this, model, BaseUrl.of(baseUrl == null ? ANTHROPIC : baseUrl, ANTHROPIC), found);
        }

        private Settings settings(String model) {
            for (String name : properties.keySet()) {
                if (Settings.reserves(name, caching)) {
                    throw new IllegalArgumentException(
                            "The property " + name + " cannot be set: the client writes it itself.");
                }
            }
            return new Settings(
                    model,
                    outputTokens(),
                    Optional.ofNullable(selection),
                    Optional.ofNullable(parallelToolCalls),
                    Optional.ofNullable(thinking),
                    caching,
                    Collections.unmodifiableMap(new LinkedHashMap<>(properties)));
        }

        private int outputTokens() {
            int budget = thinking instanceof Thinking.Budget given ? given.tokens() : 0;
            if (maxOutputTokens == null) {
                return (int) Math.min(Integer.MAX_VALUE, (long) budget + DEFAULT_OUTPUT_TOKENS);
            }
            if (maxOutputTokens < 1) {
                throw new IllegalArgumentException("A reply of " + maxOutputTokens + " tokens cannot be asked for.");
            }
            if (maxOutputTokens <= budget) {
                throw new IllegalArgumentException("Of a reply of " + maxOutputTokens
                        + " tokens, thinking with a budget of " + budget + " leaves nothing.");
            }
            return maxOutputTokens;
        }

        private Dialect dialect() {
            return dialect != null ? dialect : strict ? Dialect.ANTHROPIC_STRICT : Dialect.ANTHROPIC;
        }

        private Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("anthropic-version", VERSION);
            if (apiKey != null) {
                headers.put("x-api-key", apiKey);
            }
            return headers;
        }
    }
}
