package dev.escapement.gemini;

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
import dev.escapement.model.RequestOptions;
import dev.escapement.tool.Dialect;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Model} that calls the Gemini API of Google, Gemini on Vertex AI or a compatible server.
 *
 * <pre>{@code
 * Model model = GeminiModel.builder().model("gemini-3-flash").apiKey(key).build();
 * }</pre>
 *
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that contains a call
 * without an answer, neither a conversation nor a prompt, or a model without a price in the price table. A conversation that does not begin with the user begins
 * with the prompt instead. Immutable; safe for use by several Java threads.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">Generating content</a>
 */
public final class GeminiModel implements Model {

    private static final String GOOGLE = "https://generativelanguage.googleapis.com";
    private static final String PROVIDER = "gcp.gemini";

    private final GeminiSettings settings;
    private final GeminiTools tools;
    private final GeminiAddress address;
    private final ModelInfo info;
    private final Endpoint endpoint;

    private GeminiModel(GeminiSettings settings) {
        ClientSettings client = settings.client();
        BaseUrl baseUrl = BaseUrl.of(client.baseUrl().orElse(GOOGLE), GOOGLE);
        this.settings = settings;
        this.tools = new GeminiTools(client);
        this.address = GeminiAddress.of(baseUrl);
        this.info = baseUrl.info(PROVIDER, client.model());
        this.endpoint = new Endpoint(
                info,
                address.of(info.model(), false),
                Map.of(),
                client.secretHeaders(key -> Map.of("x-goog-api-key", key)),
                client.http());
    }

    /**
     * Returns a model configured by the environment variables {@code GEMINI_MODEL}, {@code GEMINI_API_KEY} and {@code
     * GEMINI_BASE_URL}. Default base URL: Google's own. With a base URL the key is optional.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing or invalid; the message is one line that names the variables
     *     and contains no values
     */
    public static GeminiModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static GeminiModel fromEnvironment(Function<String, @Nullable String> variables) {
        return EnvironmentSettings.of("GEMINI", variables).applyTo(builder()).build();
    }

    /**
     * Returns a builder with the settings of {@link #fromEnvironment}. Further settings, such as prices, can be added.
     *
     * @return the builder
     * @throws IllegalStateException as {@link #fromEnvironment}
     */
    public static Builder builderFromEnvironment() {
        return EnvironmentSettings.of("GEMINI", System::getenv).applyTo(builder());
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

    @Override
    public Set<String> requestSha256(ModelRequest request) {
        return endpoint.sha256(body(request));
    }

    private RequestBody body(ModelRequest request) {
        return RequestBody.of(
                info.with(request.options()).model(),
                OptionalProperties.NAMES,
                omitted -> write(request, omitted),
                OptionalProperties::setting);
    }

    private ModelReply post(ModelRequest request, @Nullable Consumer<Delta> deltas) {
        return endpoint.post(
                address.of(info.with(request.options()).model(), deltas != null),
                body(request),
                deltas,
                consumer -> reader(request.options(), consumer));
    }

    String write(ModelRequest request) {
        return write(request, Set.of());
    }

    String write(ModelRequest request, Set<String> omitted) {
        Set<String> all = new HashSet<>(settings.omitted());
        all.addAll(omitted);
        return GeminiRequest.write(
                settings,
                tools.of(request.tools()),
                info.with(request.options()),
                request,
                new OptionalProperties(all));
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return reader(RequestOptions.NONE, deltas);
    }

    private ReplyReader reader(RequestOptions options, Consumer<Delta> deltas) {
        GeminiUsage usage = new GeminiUsage(settings.client().pricesFor(options).orElse(null));
        return new GeminiReader(info.with(options), usage, deltas);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public String toString() {
        return "GeminiModel[" + info.model() + " at " + info.host() + ":" + info.port() + "]";
    }

    /**
     * A builder of {@code GeminiModel}s. Not safe for use by several Java threads.
     *
     * <p>The key is sent as {@code x-goog-api-key}. The version {@code /v1beta} is added to a base URL without a path.
     * The base URL of Vertex AI ends with {@code /publishers/google}; its access token is a header. Tools are offered in
     * {@link Dialect#GEMINI}. With {@link #strict}, the provider constrains calls to the schemas in the mode {@code
     * VALIDATED}; with a required call it always does. The API cannot prevent several calls in one reply.
     *
     * <p>An additional {@link #property} becomes part of {@code generationConfig}, for example {@code temperature},
     * except {@code safetySettings}, {@code cachedContent}, {@code labels}, {@code serviceTier}, {@code store} and
     * {@code modelArmorConfig}, which are properties of the request.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        private @Nullable String effort;
        private boolean thoughtSummaries;
        private final Set<String> omitted = new HashSet<>();

        private Builder() {
            super(false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the effort of thinking. Default: the model's own. Models since Gemini 3 receive it as {@code
         * thinkingLevel}, earlier ones as the {@code thinkingBudget} that Google documents for the level.
         *
         * @param effort {@code none}, {@code minimal}, {@code low}, {@code medium} or {@code high}, or a number of tokens
         * @return this builder
         */
        public Builder effort(String effort) {
            this.effort = Objects.requireNonNull(effort, "effort");
            return this;
        }

        /**
         * Sets whether replies contain summaries of the model's thoughts. They arrive as {@link Delta.Thinking}, are
         * stored with the reply, and are not part of its text. Default: false.
         *
         * @param included whether they do
         * @return this builder
         */
        public Builder thoughtSummaries(boolean included) {
            this.thoughtSummaries = included;
            return this;
        }

        /**
         * Omits optional properties from every request, for servers that do not accept them. The client also omits such a
         * property by itself after the server rejects it. Without {@code toolConfig}, a tool selection has no effect.
         *
         * @param properties the names, for example {@code toolConfig}, {@code thinkingConfig} or {@code id}
         * @return this builder
         * @throws IllegalArgumentException if a property is not optional
         */
        public Builder omit(String... properties) {
            for (String property : properties) {
                if (!OptionalProperties.OMITTABLE.contains(property)) {
                    throw new IllegalArgumentException("The property " + property + " cannot be omitted. The optional"
                            + " properties are " + String.join(", ", new TreeSet<>(OptionalProperties.OMITTABLE))
                            + ".");
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
        public GeminiModel build() {
            ClientSettings client = settings("Gemini");
            client.rejectProperties(GeminiSettings::reserves);
            if (client.parallelToolCalls().isPresent()) {
                throw new IllegalArgumentException(
                        "The Gemini API has no setting for parallel calls. Remove parallelToolCalls(...).");
            }
            if (effort != null && !new ThinkingEffort(effort).isKnown()) {
                throw new IllegalArgumentException("The effort is \"" + effort
                        + "\". Set none, minimal, low, medium, high, or a number of tokens.");
            }
            return new GeminiModel(new GeminiSettings(client, Optional.ofNullable(effort), thoughtSummaries, omitted));
        }
    }
}
