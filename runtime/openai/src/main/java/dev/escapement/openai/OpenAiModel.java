package dev.escapement.openai;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.tool.Dialect;
import dev.escapement.wire.ClientBuilder;
import dev.escapement.wire.ClientSettings;
import dev.escapement.wire.Endpoint;
import dev.escapement.wire.EnvironmentModel;
import dev.escapement.wire.ReplyReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * <p>Throws the exceptions of {@link Model}, and {@link IllegalArgumentException} for a request that cannot be sent: one
 * with a call without its answer, or with more than 128 tools, which is OpenAI's limit and kept everywhere. Immutable; safe
 * for use by many threads.
 */
public final class OpenAiModel implements Model {

    private final Protocol protocol;
    private final Settings settings;
    private final ToolOffer offer;
    private final ModelInfo info;
    private final Tokens tokens;
    private final ChatState chatState;
    private final ReasoningState reasoningState;
    private final Endpoint endpoint;

    private OpenAiModel(Settings settings, Protocol protocol, ModelInfo info, URI uri) {
        ClientSettings client = settings.client();
        this.protocol = protocol;
        this.settings = settings;
        this.offer = ToolOffer.of(client);
        this.info = info;
        this.tokens = new Tokens(client.prices().orElse(null));
        this.chatState = new ChatState(info);
        this.reasoningState = new ReasoningState(info);
        this.endpoint = new Endpoint(info, uri, headers(client), client.http());
    }

    private static Map<String, String> headers(ClientSettings client) {
        return client.apiKey()
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElse(Map.of());
    }

    /**
     * The model that the environment names: {@code OPENAI_MODEL}, with {@code OPENAI_API_KEY}, at {@code OPENAI_BASE_URL} if
     * that is set, else at OpenAI. With a base URL there need not be a key: local servers ask for none.
     *
     * @return the model
     * @throws IllegalStateException if a variable is missing, or has a value that cannot be one; the message is one line
     *     that says which and does not repeat the value
     */
    public static OpenAiModel fromEnvironment() {
        return fromEnvironment(System::getenv);
    }

    static OpenAiModel fromEnvironment(Function<String, @Nullable String> variables) {
        return EnvironmentModel.of("OPENAI", variables).applyTo(builder()).build();
    }

    /**
     * A model that the environment names, to be set up further: with prices, for example.
     *
     * @return a builder that was told what {@link #fromEnvironment} reads
     * @throws IllegalStateException as {@link #fromEnvironment}
     */
    public static Builder builderFromEnvironment() {
        return EnvironmentModel.of("OPENAI", System::getenv).applyTo(builder());
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
            case CHAT_COMPLETIONS -> ChatRequest.write(settings, tools, chatState, request, stream);
            case RESPONSES -> ResponsesRequest.write(settings, tools, reasoningState, request, stream);
        };
    }

    ReplyReader reader(Consumer<Delta> deltas) {
        return switch (protocol) {
            case CHAT_COMPLETIONS -> new ChatReader(info, tokens, chatState, deltas);
            case RESPONSES -> new ResponsesReader(info, tokens, reasoningState, deltas);
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
     * Sets a model up. Not safe for use by many threads.
     *
     * <p>The key is sent as {@code Authorization: Bearer}. The base URL goes up to and with the version, as
     * {@code https://api.openai.com/v1} does. Unless it is told otherwise, the provider holds the model to the schemas of the
     * tools, in {@link Dialect#OPENAI_STRICT}; a tool that this cannot express, and all of them if they are not strict, are
     * offered in {@link Dialect#OPENAI}. How long a reply may be is up to the provider; a limit is sent as
     * {@code max_completion_tokens} in Chat Completions, and a server that knows only {@code max_tokens} is told by
     * {@link #property}.
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
         * Sets whether {@link Protocol#RESPONSES} asks for the reasoning of the model, encrypted, so that it can be given
         * back in later requests: {@code reasoning.encrypted_content} in {@code include}, unless that property is set. The
         * default is to ask. Models that do not reason refuse it with the status 400; without it, a model that does reason
         * begins anew behind each call. Chat Completions has nothing of the kind.
         *
         * @param asked whether to ask
         * @return this builder
         * @see <a href="https://platform.openai.com/docs/api-reference/responses/create">Responses: include</a>
         */
        public Builder encryptedReasoning(boolean asked) {
            this.encryptedReasoning = asked;
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
            ClientSettings client = settings("OpenAI");
            Address address = Address.of(client.baseUrl().orElse(Address.OPENAI));
            ModelInfo info = address.info(client.model());
            Flavor spoken = flavor != null ? flavor : Flavor.of(info);
            for (String name : client.properties().keySet()) {
                if (protocol.reserves(name) || name.equals(spoken.limit())) {
                    throw new IllegalArgumentException("The property " + name
                            + " cannot be set: the client writes it itself, or relies on its absence.");
                }
            }
            return new OpenAiModel(
                    new Settings(client, spoken, encryptedReasoning), protocol, info, address.of(protocol));
        }
    }
}
