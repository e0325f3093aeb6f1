package dev.escapement.openai;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.Endpoint;
import dev.escapement.http.client.EnvironmentSettings;
import dev.escapement.http.client.FinishReasons;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Model} that uses one of OpenAI's protocols to call OpenAI, a compatible provider or a local server.
 *
 * <pre>{@code
 * Model hosted = OpenAiModel.builder().model("gpt-5-mini").apiKey(key).build();
 * Model local = OpenAiModel.builder().model("qwen3").baseUrl("http://localhost:11434/v1").build();
 * }</pre>
 *
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that contains a call
 * without an answer, or more than 128 tools, OpenAI's limit. Immutable; safe for use by several Java threads.
 */
public final class OpenAiModel implements Model {

    private final Protocol protocol;
    private final OpenAiSettings settings;
    private final OpenAiTools tools;
    private final ModelInfo info;
    private final FinishReasons reasons;
    private final ChatState chatState;
    private final ReasoningState reasoningState;
    private final URI uri;
    private final Endpoint endpoint;

    private OpenAiModel(OpenAiSettings settings, Protocol protocol, ModelInfo info, URI uri) {
        ClientSettings client = settings.client();
        this.protocol = protocol;
        this.settings = settings;
        this.tools = new OpenAiTools(client);
        this.info = info;
        this.reasons = new FinishReasons(settings.flavor()::stopReason);
        this.chatState = new ChatState(info);
        this.reasoningState = new ReasoningState(info);
        this.uri = uri;
        this.endpoint =
                new Endpoint(info, uri, Map.of(), client.secretHeaders(settings.flavor()::keyHeaders), client.http());
    }

    /**
     * Returns a model configured by the environment variables {@code OPENAI_MODEL}, {@code OPENAI_API_KEY} and {@code
     * OPENAI_BASE_URL}. Default base URL: OpenAI's own. With a base URL the key is optional.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing or invalid; the message is one line that names the variables
     *     and contains no values
     */
    public static OpenAiModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static OpenAiModel fromEnvironment(Function<String, @Nullable String> variables) {
        return EnvironmentSettings.of("OPENAI", variables).applyTo(builder()).build();
    }

    /**
     * Returns a builder with the settings of {@link #fromEnvironment}. Further settings, such as prices, can be added.
     *
     * @return the builder
     * @throws IllegalStateException as {@link #fromEnvironment}
     */
    public static Builder builderFromEnvironment() {
        return EnvironmentSettings.of("OPENAI", System::getenv).applyTo(builder());
    }

    /**
     * Returns a new builder with the default settings.
     *
     * @return a builder without a model
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder for a deployment at Azure OpenAI, whose address contains the deployment and a version. The model
     * in requests and in events is the deployment, unless {@link Builder#model} sets another name. The form
     * of the key determines its header: a JSON web token, such as an access token of Entra ID, is sent as {@code
     * Authorization: Bearer}, any other key as {@code api-key}.
     *
     * <pre>{@code
     * Model model = OpenAiModel.azure("https://example.openai.azure.com", "my-deployment", "2024-10-21")
     *         .apiKey(key)
     *         .build();
     * }</pre>
     *
     * @param endpoint the address of the Azure resource, or the target URI of the deployment
     * @param deployment the name of the deployment
     * @param apiVersion the version of the API, for example {@code 2024-10-21}
     * @return a builder with the address, the model and {@link Flavor#AZURE}
     * @throws IllegalArgumentException if an argument is null or blank, the endpoint has another path or query, or it
     *     contradicts the other arguments
     */
    public static Builder azure(String endpoint, String deployment, String apiVersion) {
        return builder()
                .baseUrl(AzureAddress.of(endpoint).baseUrl(deployment, apiVersion))
                .model(deployment)
                .flavor(Flavor.AZURE);
    }

    /**
     * Returns a builder for a deployment at Azure OpenAI, with the address {@code /openai/v1}, which has no version.
     *
     * @param endpoint the address of the Azure resource, or the target URI of the deployment
     * @param deployment the name of the deployment
     * @return a builder with the address, the model and {@link Flavor#AZURE}
     * @throws IllegalArgumentException if an argument is null or blank, the endpoint has another path or query, or it
     *     contradicts the deployment
     */
    public static Builder azure(String endpoint, String deployment) {
        return builder()
                .baseUrl(AzureAddress.of(endpoint).baseUrl(deployment))
                .model(deployment)
                .flavor(Flavor.AZURE);
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
        return endpoint.sha256(body(request, false), body(request, true));
    }

    private ModelReply post(ModelRequest request, @Nullable Consumer<Delta> deltas) {
        URI address = request.options()
                .model()
                .map(model -> OpenAiAddress.of(uri, model))
                .orElse(uri);
        return endpoint.post(address, body(request, deltas != null), deltas, consumer -> reader(request, consumer));
    }

    /** Returns the body of a request. */
    OmittableBody body(ModelRequest request, boolean stream) {
        return new OmittableBody(info.with(request.options()).model(), omitted -> writer(request, stream, omitted));
    }

    private OpenAiRequest writer(ModelRequest request, boolean stream, Set<String> omitted) {
        List<ToolDefinition> definitions = tools.of(request.tools());
        ConfiguredRequest context = new ConfiguredRequest(
                settings, protocol, info.with(request.options()), definitions, request, stream, omitted);
        return switch (protocol) {
            case CHAT_COMPLETIONS -> ChatRequest.of(context, chatState);
            case RESPONSES -> ResponsesRequest.of(context, reasoningState);
        };
    }

    /** Returns the JSON text of a request. */
    String write(ModelRequest request, boolean stream) {
        return body(request, stream).without(Set.of());
    }

    /** Returns a reader of the reply to a request. */
    ReplyReader reader(ModelRequest request, Consumer<Delta> deltas) {
        Prices known = settings.client().pricesFor(request.options()).orElse(null);
        ReplyContext context = new ReplyContext(
                info.with(request.options()),
                settings.flavor(),
                new OpenAiUsage(known, settings.flavor()),
                reasons,
                request.tools());
        return switch (protocol) {
            case CHAT_COMPLETIONS -> new ChatReader(context, chatState, deltas);
            case RESPONSES -> new ResponsesReader(context, reasoningState, deltas);
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

    /**
     * A builder of {@code OpenAiModel}s. Not safe for use by several Java threads.
     *
     * <p>The key is sent as {@code Authorization: Bearer}. The base URL includes the version, as in {@code
     * https://api.openai.com/v1}. By default the provider constrains the model to the schemas of the tools, in {@link
     * Dialect#OPENAI_STRICT}. A tool that this dialect cannot express, or every tool if {@link #strict} is off, is
     * offered in {@link Dialect#OPENAI}. Without a maximum length, that of the provider applies. A server that rejects an
     * optional property receives the request again without it. To omit a property from the start, use {@link #omit} or a
     * {@link Flavor}; to replace it, use {@link #property}.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        private Protocol protocol = Protocol.CHAT_COMPLETIONS;
        private @Nullable Flavor flavor;
        private final Set<String> omitted = new LinkedHashSet<>();
        private @Nullable Boolean encryptedReasoning;
        private @Nullable String cacheRetention;

        private Builder() {
            super(true);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the protocol of the requests. Default: {@link Protocol#CHAT_COMPLETIONS}.
         *
         * @param protocol the protocol
         * @return this builder
         */
        public Builder protocol(Protocol protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Sets the flavor, which describes how the server deviates from OpenAI's protocols. Default: the flavor of the
         * provider that owns the address, {@link Flavor#OLLAMA} for the port 11434, otherwise {@link Flavor#OPENAI}.
         *
         * @param flavor the flavor
         * @return this builder
         */
        public Builder flavor(Flavor flavor) {
            this.flavor = Objects.requireNonNull(flavor, "flavor");
            return this;
        }

        /**
         * Omits optional properties from all requests, in addition to those that the flavor omits: {@code strict}, {@code
         * stream_options}, {@code tool_choice}, {@code parallel_tool_calls}, {@code include}, {@code store} and others.
         * Without {@code store}, the default of the provider applies to {@link Protocol#RESPONSES}: OpenAI stores each
         * reply.
         *
         * @param properties the names in OpenAI's protocol
         * @return this builder
         * @throws IllegalArgumentException if a property is not optional
         */
        public Builder omit(String... properties) {
            for (String property : properties) {
                FlavorSettings.checkOptional(property, "omitted");
                omitted.add(property);
            }
            return this;
        }

        /**
         * Sets whether {@link Protocol#RESPONSES} replies contain the model's encrypted reasoning. Default: true for
         * OpenAI's models that reason, for requests with an effort, and with the property {@code reasoning}. Later requests
         * repeat the reasoning. The request contains {@code reasoning.encrypted_content} in {@code include}, unless that
         * property is set. Models without reasoning reject it with the status 400. Without it, a model starts its reasoning
         * again after each call. Chat Completions has no such option.
         *
         * @param enabled whether replies contain it
         * @return this builder
         * @see <a href="https://platform.openai.com/docs/api-reference/responses/create">Responses: include</a>
         */
        public Builder encryptedReasoning(boolean enabled) {
            this.encryptedReasoning = enabled;
            return this;
        }

        /**
         * Sets the time for which the provider keeps a cached prompt. Default: the provider's default.
         *
         * @param retention the provider's word, for example {@code 24h} or {@code in_memory}
         * @return this builder
         */
        public Builder promptCacheRetention(String retention) {
            this.cacheRetention = Objects.requireNonNull(retention, "retention");
            return this;
        }

        /**
         * Returns a model with these settings. Sends nothing.
         *
         * @return the model
         * @throws IllegalArgumentException if a setting is missing or invalid, or the price table does not contain the model;
         *     the message never contains the key
         */
        public OpenAiModel build() {
            ClientSettings client = settings("OpenAI");
            OpenAiAddress address = OpenAiAddress.of(client.baseUrl().orElse(OpenAiAddress.OPENAI));
            Flavor described = flavor != null ? flavor : address.flavor();
            Flavor effective = omitted.isEmpty()
                    ? described
                    : described.toBuilder().omit(omitted.toArray(String[]::new)).build();
            Map<String, JsonText> properties = client.properties();
            client.rejectProperties(name -> protocol.reserves(name, Objects.requireNonNull(properties.get(name))));
            OpenAiSettings all = new OpenAiSettings(
                    client, effective, Optional.ofNullable(encryptedReasoning), Optional.ofNullable(cacheRetention));
            return new OpenAiModel(all, protocol, address.info(client.model()), address.of(protocol));
        }
    }
}
