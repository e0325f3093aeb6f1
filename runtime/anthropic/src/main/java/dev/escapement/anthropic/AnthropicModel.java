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
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.tool.Dialect;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
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
 * without an answer, neither a conversation nor a prompt, or a model without a price in the price table. A conversation that does not begin with the user begins
 * with the prompt instead. If the provider pauses a turn and its continuation is temporarily impossible, the reply is the
 * paused turn with the stop reason {@code UNKNOWN}, whose usage and provider state are stored. Immutable; safe for use by several Java threads.
 *
 * @see <a href="https://platform.claude.com/docs/en/api/messages">Messages</a>
 */
public final class AnthropicModel implements Model {

    private static final String ANTHROPIC = "https://api.anthropic.com";
    private static final String PROVIDER = "anthropic";
    private static final String VERSION = "/v1";
    private static final String OPERATION = "/messages";
    private static final Map<String, String> VERSION_HEADER = Map.of("anthropic-version", "2023-06-01");

    private static final System.Logger LOG = System.getLogger(AnthropicModel.class.getName());

    private final AnthropicSettings settings;
    private final AnthropicTools tools;
    private final ModelInfo info;
    private final Endpoint endpoint;
    private final OutputLimits limits = new OutputLimits();

    private AnthropicModel(AnthropicSettings settings) {
        ClientSettings client = settings.client();
        BaseUrl baseUrl = BaseUrl.of(client.baseUrl().orElse(ANTHROPIC), ANTHROPIC);
        this.settings = settings;
        this.tools = new AnthropicTools(client);
        this.info = baseUrl.info(PROVIDER, client.model());
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
        String path = baseUrl.uri().getPath();
        boolean hasVersion = path.endsWith(VERSION) || path.endsWith(OPERATION);
        return baseUrl.with(hasVersion ? OPERATION : VERSION + OPERATION);
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

    /**
     * {@inheritDoc}
     *
     * <p>A reply that continues a turn that the provider paused has the hash of another body.
     */
    @Override
    public Set<String> requestSha256(ModelRequest request) {
        return endpoint.sha256(body(request, false, PausedTurn.NONE), body(request, true, PausedTurn.NONE));
    }

    /**
     * Sends a request, and continues the turn while the provider pauses it. If a continuation fails after its retries, the
     * reply is the paused turn, which is incomplete, and a later request can continue it. A rejection is thrown.
     */
    private ModelReply post(ModelRequest request, @Nullable Consumer<Delta> deltas) {
        TurnPart part = part(request, PausedTurn.NONE, deltas);
        while (part.paused().isPresent()) {
            PausedTurn paused = part.paused().get();
            try {
                part = part(request, paused, deltas);
            } catch (RequestRejectedException rejected) {
                throw rejected; // a later request would be rejected, too
            } catch (ModelException failure) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The provider paused a reply, and its continuation failed. The reply is incomplete.",
                        failure);
                if (deltas != null) {
                    paused.restoring(deltas).accept(new Delta.Discarded()); // the deltas of the continuation
                }
                return part.reply();
            }
        }
        return part.reply();
    }

    /**
     * A part of a turn.
     *
     * @param reply the turn so far
     * @param paused the turn to continue, if the provider paused it
     */
    private record TurnPart(ModelReply reply, Optional<PausedTurn> paused) {}

    private TurnPart part(ModelRequest request, PausedTurn earlier, @Nullable Consumer<Delta> deltas) {
        AtomicReference<@Nullable MessagesReader> reader = new AtomicReference<>();
        ModelReply reply = endpoint.post(
                body(request, deltas != null, earlier), deltas == null ? null : earlier.restoring(deltas), consumer -> {
                    MessagesReader next = reader(request.options(), earlier, consumer);
                    reader.set(next);
                    return next;
                });
        return new TurnPart(reply, Optional.ofNullable(reader.get()).flatMap(MessagesReader::paused));
    }

    private RequestBody body(ModelRequest request, boolean stream, PausedTurn earlier) {
        String model = info.with(request.options()).model();
        return new MessagesBody(
                model,
                refused ->
                        write(request, new MessagesRequest.Circumstances(stream, refused, earlier, limits.of(model))),
                error -> hasDefaultLimit(request.options())
                        && limits.learn(model, error, lengthOf(request.options(), limits.of(model))));
    }

    private boolean hasDefaultLimit(RequestOptions options) {
        return options.maxOutputTokens().isEmpty()
                && settings.client().maxOutputTokens().isEmpty();
    }

    private int lengthOf(RequestOptions options, OptionalInt limit) {
        return EffectiveSettings.of(settings, options, settings.thinking(), limit)
                .maxOutputTokens();
    }

    String write(ModelRequest request, boolean stream) {
        return write(
                request, new MessagesRequest.Circumstances(stream, Set.of(), PausedTurn.NONE, OptionalInt.empty()));
    }

    String write(ModelRequest request, MessagesRequest.Circumstances circumstances) {
        return MessagesRequest.write(settings, tools.of(request.tools()), info, request, circumstances);
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return reader(RequestOptions.NONE, PausedTurn.NONE, deltas);
    }

    private MessagesReader reader(RequestOptions options, PausedTurn earlier, Consumer<Delta> deltas) {
        AnthropicUsage usage =
                new AnthropicUsage(settings.client().pricesFor(options).orElse(null));
        return new MessagesReader(info.with(options), usage, earlier, deltas);
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
     * 16 unions per request. The default maximum length of a reply is 16,384 tokens plus the budget for thinking, or the
     * limit that the server names when it rejects that length; a maximum must exceed the budget. A model that thinks cannot be forced to call tools, so a selection that would
     * force it has no effect.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        private @Nullable ThinkingMode thinking;
        private boolean emptyThinking;
        private boolean caching = true;
        private CacheMarker marker = CacheMarker.FIVE_MINUTES;
        private final Set<String> omitted = new LinkedHashSet<>();

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
         * Sets whether replies without thinking are sent with empty thinking. Default: false. DeepSeek's server and
         * similar ones require thinking in each reply while they think. Replies of other models do not have any.
         *
         * @param emptyThinking whether empty thinking is added
         * @return this builder
         */
        public Builder emptyThinking(boolean emptyThinking) {
            this.emptyThinking = emptyThinking;
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
         * Sets the time for which the provider caches content after each use. Default: 5 minutes. Storing content for an
         * hour costs twice the price of input.
         *
         * @param lifetime 5 minutes or 1 hour
         * @return this builder
         * @throws IllegalArgumentException if it is another time
         */
        public Builder cacheLifetime(Duration lifetime) {
            this.marker = CacheMarker.of(lifetime);
            return this;
        }

        /**
         * Omits optional properties from every request, for servers that do not accept them. The client also omits such a
         * property by itself after the server rejects it.
         *
         * @param properties the names, for example {@code tool_choice}, {@code strict} or {@code cache_control}
         * @return this builder
         * @throws IllegalArgumentException if a property is not optional
         */
        public Builder omit(String... properties) {
            for (String property : properties) {
                if (!AnthropicSettings.OPTIONAL.contains(property)) {
                    throw new IllegalArgumentException("The property " + property + " cannot be omitted. The optional"
                            + " properties are " + String.join(", ", new TreeSet<>(AnthropicSettings.OPTIONAL)) + ".");
                }
                omitted.add(property);
            }
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
            Optional<ThinkingMode> mode = Optional.ofNullable(thinking);
            checkLimit(client, EffectiveSettings.budget(mode));
            return new AnthropicModel(
                    new AnthropicSettings(client, mode, emptyThinking, caching ? marker : CacheMarker.NONE, omitted));
        }

        private static void checkLimit(ClientSettings client, int budget) {
            int limit = client.maxOutputTokens().orElse(Integer.MAX_VALUE);
            if (limit <= budget) {
                throw new IllegalArgumentException("The maximum length of a reply is " + limit
                        + " tokens. It must exceed the budget for thinking, " + budget + " tokens.");
            }
        }
    }
}
