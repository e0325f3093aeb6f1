package dev.escapement.openai;

import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import dev.escapement.wire.Endpoint;
import dev.escapement.wire.EnvironmentModel;
import dev.escapement.wire.HttpSettings;
import dev.escapement.wire.ReplyReader;
import dev.escapement.wire.ToolSelection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model behind one of the protocols of OpenAI: at OpenAI itself, or at one of the many providers and local servers that
 * speak them.
 *
 * <pre>{@code
 * OpenAiModel.builder().model("gpt-5-mini").apiKey(key).build()
 * OpenAiModel.builder().model("qwen3").baseUrl("http://localhost:11434/v1").build()
 * }</pre>
 *
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that no provider could take:
 * more than 128 tools, or a call without its answer. Immutable; safe for use by many threads.
 */
public final class OpenAiModel implements Model {

    private final Protocol protocol;
    private final Settings settings;
    private final ToolOffer offer;
    private final ModelInfo info;
    private final Tokens tokens;
    private final ReasoningState state;
    private final Endpoint endpoint;

    private OpenAiModel(Builder builder, String model, Address address, @Nullable Prices prices) {
        this.protocol = builder.protocol;
        this.settings = builder.settings(model, address.info(model));
        this.offer = new ToolOffer(builder.dialect(), builder.strict);
        this.info = address.info(model);
        this.tokens = new Tokens(prices);
        this.state = new ReasoningState(info.provider());
        this.endpoint = new Endpoint(info, address.of(protocol), builder.headers(), builder.http);
    }

    /**
     * The model that the environment names: {@code OPENAI_MODEL}, with {@code OPENAI_API_KEY}, at {@code OPENAI_BASE_URL} if
     * that is set, else at OpenAI. With a base URL there need not be a key: local servers ask for none.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing; the message is one line and says what to set
     * @throws IllegalArgumentException if a variable has a value that is none
     */
    public static OpenAiModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static OpenAiModel fromEnvironment(Function<String, @Nullable String> variables) {
        EnvironmentModel found = EnvironmentModel.of("OPENAI", variables);
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
        List<OfferedTool> tools = offer.of(request.tools());
        return switch (protocol) {
            case CHAT_COMPLETIONS -> ChatRequest.write(settings, tools, request, stream);
            case RESPONSES -> ResponsesRequest.write(settings, tools, state, request, stream);
        };
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return switch (protocol) {
            case CHAT_COMPLETIONS -> new ChatReader(info, tokens, deltas);
            case RESPONSES -> new ResponsesReader(info, tokens, state, deltas);
        };
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public String toString() {
        return "OpenAiModel[" + info.model() + " at " + info.host() + ":" + info.port() + ", " + protocol + "]";
    }

    /** Sets a model up. Not safe for use by many threads. */
    public static final class Builder {

        private static final Pattern KEY = Pattern.compile("[!-~]+");

        private @Nullable String model;
        private @Nullable String apiKey;
        private @Nullable String baseUrl;
        private Protocol protocol = Protocol.CHAT_COMPLETIONS;
        private @Nullable Flavor flavor;
        private boolean strict = true;
        private @Nullable Dialect dialect;
        private @Nullable ToolSelection selection;
        private @Nullable Boolean parallelToolCalls;
        private @Nullable Integer maxOutputTokens;
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
         * Sets the key, which is sent as {@code Authorization: Bearer} and shown to nobody else. OpenAI needs one.
         *
         * @param apiKey the key
         * @return this builder
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            return this;
        }

        /**
         * Sets the server. The default is OpenAI.
         *
         * @param baseUrl its address up to and with the version, like {@code https://api.openai.com/v1}; a slash at its end
         *     makes no difference
         * @return this builder
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            return this;
        }

        /**
         * Sets the protocol. The default is {@link Protocol#CHAT_COMPLETIONS}.
         *
         * @param protocol the protocol
         * @return this builder
         */
        public Builder protocol(Protocol protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Sets how the server departs from the protocol. The default is {@link Flavor#MISTRAL} at Mistral's own address and
         * {@link Flavor#OPENAI} everywhere else.
         *
         * @param flavor the flavor
         * @return this builder
         */
        public Builder flavor(Flavor flavor) {
            this.flavor = Objects.requireNonNull(flavor, "flavor");
            return this;
        }

        /**
         * Sets whether the provider shall hold the model to the schemas of the tools. The default is that it shall. A tool
         * whose schema {@link Dialect#OPENAI_STRICT} cannot express is offered without, which is logged once.
         *
         * @param strict what to send with each tool
         * @return this builder
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * Sets the form of the schemas. The default follows {@link #strict}: {@link Dialect#OPENAI_STRICT}, or else
         * {@link Dialect#OPENAI}.
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
         * Sets which tools the model may or must call. The default is what the agent asks for.
         *
         * @param selection the selection
         * @return this builder
         */
        public Builder toolChoice(ToolSelection selection) {
            this.selection = Objects.requireNonNull(selection, "selection");
            return this;
        }

        /**
         * Sets how long a reply may be, reasoning included. The default is the provider's. Sent as
         * {@code max_completion_tokens} in Chat Completions; a server that knows only {@code max_tokens} is told by
         * {@link #property}.
         *
         * @param tokens 1 or more
         * @return this builder
         */
        public Builder maxOutputTokens(int tokens) {
            this.maxOutputTokens = tokens;
            return this;
        }

        /**
         * Sets any other property of the body of each request: {@code temperature} or {@code reasoning_effort} for example,
         * or {@code include} for a server of {@link Protocol#RESPONSES} that encrypts its reasoning only when asked to.
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
        public OpenAiModel build() {
            if (model == null || model.isBlank()) {
                throw new IllegalArgumentException("Name the model: model(...).");
            }
            if (apiKey == null && baseUrl == null) {
                throw new IllegalArgumentException("OpenAI needs a key: apiKey(...). Other servers: baseUrl(...).");
            }
            if (apiKey != null && !KEY.matcher(apiKey).matches()) {
                throw new IllegalArgumentException(
                        "The key is empty, or has white space or other characters that no key has.");
            }
            if (maxOutputTokens != null && maxOutputTokens < 1) {
                throw new IllegalArgumentException("A reply of " + maxOutputTokens + " tokens cannot be asked for.");
            }
            Prices found = prices == null ? null : prices.of(model);
            return new OpenAiModel(this, model, Address.of(baseUrl == null ? Address.OPENAI : baseUrl), found);
        }

        private Settings settings(String model, ModelInfo info) {
            Flavor spoken = flavor != null ? flavor : Flavor.of(info);
            for (String name : properties.keySet()) {
                if (protocol.reserves(name) || name.equals(spoken.limit())) {
                    throw new IllegalArgumentException("The property " + name
                            + " cannot be set: the client writes it itself, or relies on its absence.");
                }
            }
            return new Settings(
                    model,
                    spoken,
                    Optional.ofNullable(selection),
                    Optional.ofNullable(parallelToolCalls),
                    maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens),
                    Collections.unmodifiableMap(new LinkedHashMap<>(properties)));
        }

        private Dialect dialect() {
            return dialect != null ? dialect : strict ? Dialect.OPENAI_STRICT : Dialect.OPENAI;
        }

        private Map<String, String> headers() {
            return apiKey == null ? Map.of() : Map.of("Authorization", "Bearer " + apiKey);
        }
    }
}
