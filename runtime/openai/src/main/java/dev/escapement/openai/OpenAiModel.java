package dev.escapement.openai;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.client.Endpoint;
import dev.escapement.http.client.EnvironmentSettings;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.RequestBody;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.tool.Dialect;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final OpenAiUsage usage;
    private final ChatState chatState;
    private final ReasoningState reasoningState;
    private final Endpoint endpoint;

    private OpenAiModel(OpenAiSettings settings, Protocol protocol, ModelInfo info, URI uri) {
        ClientSettings client = settings.client();
        this.protocol = protocol;
        this.settings = settings;
        this.tools = new OpenAiTools(client);
        this.info = info;
        this.usage = new OpenAiUsage(client.prices().orElse(null));
        this.chatState = new ChatState(info);
        this.reasoningState = new ReasoningState(info);
        this.endpoint = new Endpoint(
                info,
                uri,
                Map.of(),
                client.secretHeaders(key -> Map.of("Authorization", "Bearer " + key)),
                client.http());
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
        List<ToolDefinition> definitions = tools.of(request.tools());
        return switch (protocol) {
            case CHAT_COMPLETIONS -> new ChatRequest(settings, definitions, chatState, request, stream).write(request);
            case RESPONSES ->
                new ResponsesRequest(settings, definitions, reasoningState, request, stream).write(request);
        };
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return switch (protocol) {
            case CHAT_COMPLETIONS -> new ChatReader(info, usage, chatState, deltas);
            case RESPONSES -> new ResponsesReader(info, usage, reasoningState, deltas);
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
     * offered in {@link Dialect#OPENAI}. Without a maximum length, that of the provider applies. The maximum is sent as
     * {@code max_completion_tokens} in Chat Completions; for a server that supports only {@code max_tokens}, use {@link
     * #property}.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        private Protocol protocol = Protocol.CHAT_COMPLETIONS;
        private @Nullable Flavor flavor;
        private boolean encryptedReasoning = true;

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
         * Sets the flavor, which describes how the server deviates from OpenAI's protocols. Default: {@link
         * Flavor#MISTRAL} at Mistral's own address, otherwise {@link Flavor#OPENAI}.
         *
         * @param flavor the flavor
         * @return this builder
         */
        public Builder flavor(Flavor flavor) {
            this.flavor = Objects.requireNonNull(flavor, "flavor");
            return this;
        }

        /**
         * Sets whether {@link Protocol#RESPONSES} replies contain the model's encrypted reasoning. Default: true. Later
         * requests repeat the reasoning. The request contains {@code reasoning.encrypted_content} in {@code include},
         * unless that property is set. Models without reasoning reject it with the status 400. Without it, a model
         * starts its reasoning again after each call. Chat Completions has no such option.
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
         * Returns a model with these settings. Sends nothing.
         *
         * @return the model
         * @throws IllegalArgumentException if a setting is missing or invalid, or the price table does not contain the model;
         *     the message never contains the key
         */
        public OpenAiModel build() {
            ClientSettings client = settings("OpenAI");
            OpenAiAddress address = OpenAiAddress.of(client.baseUrl().orElse(OpenAiAddress.OPENAI));
            ModelInfo info = address.info(client.model());
            Flavor effective = flavor != null ? flavor : Flavor.of(info);
            client.rejectProperties(name -> protocol.reserves(name) || name.equals(effective.limit()));
            return new OpenAiModel(
                    new OpenAiSettings(client, effective, encryptedReasoning), protocol, info, address.of(protocol));
        }
    }
}
