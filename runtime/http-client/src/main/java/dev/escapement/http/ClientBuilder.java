package dev.escapement.http;

import dev.escapement.http.request.ApiKey;
import dev.escapement.json.JsonText;
import dev.escapement.model.PriceTable;
import dev.escapement.tool.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all client builders, which holds the settings common to all clients. Each client adds its own
 * settings and documents the defaults. Not safe for use by several Java threads.
 *
 * @param <B> the type of the builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

    private @Nullable String model;
    private @Nullable String fixedKey;
    private @Nullable Supplier<String> apiKey;
    private @Nullable Supplier<Map<String, String>> headers;
    private @Nullable String baseUrl;
    private boolean strict;
    private final Map<String, Boolean> strictTools = new LinkedHashMap<>();
    private @Nullable Dialect dialect;
    private @Nullable ToolSelection selection;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Integer maxOutputTokens;
    private final Map<String, JsonText> properties = new LinkedHashMap<>();
    private @Nullable PriceTable prices;
    private HttpSettings http = HttpSettings.DEFAULT;

    /**
     * Creates a builder with default settings.
     *
     * @param strict the default of {@link #strict}
     */
    protected ClientBuilder(boolean strict) {
        this.strict = strict;
    }

    /**
     * Returns this builder, typed as the subclass.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Sets the name of the model. Required.
     *
     * @param model the provider's name for the model
     * @return this builder
     */
    public B model(String model) {
        this.model = Objects.requireNonNull(model, "model");
        return self();
    }

    /**
     * Sets the API key. Required for the provider's own server. Messages never contain it.
     *
     * @param apiKey the key
     * @return this builder
     * @throws IllegalArgumentException if the key is null
     */
    public B apiKey(String apiKey) {
        if (apiKey == null) {
            throw new IllegalArgumentException(
                    "The key is null. Set apiKey(...) to a key, for example to the value of an"
                            + " environment variable that exists.");
        }
        this.fixedKey = apiKey;
        this.apiKey = () -> apiKey;
        return self();
    }

    /**
     * Sets a supplier of the API key, for keys that expire, such as the access tokens of Entra ID, Vertex AI and OAuth
     * gateways. It is called for each attempt on the Java thread that sends the request, so it should cache the key.
     * After a status of 401 the request is repeated once if the supplier returns a different key. An exception of the
     * supplier, or an invalid key, results in a {@link dev.escapement.model.ModelUnavailableException}.
     *
     * <pre>{@code
     * OpenAiModel.Builder client = OpenAiModel.builder()
     *     .apiKey(() -> System.getenv("ACCESS_TOKEN")); // or the current token of an identity provider
     * }</pre>
     *
     * @param apiKey returns the current key; called by several Java threads
     * @return this builder
     */
    public B apiKey(Supplier<String> apiKey) {
        this.fixedKey = null;
        this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
        return self();
    }

    /**
     * Sets a supplier of additional headers, for headers that change or that are signed. It is called for each attempt,
     * like a {@linkplain #apiKey(Supplier) supplier of the key}. The headers replace the client's own headers of the
     * same name, for example {@code Authorization}. Their values may be secrets, so messages do not contain them.
     *
     * @param headers returns the current values by name; called by several Java threads
     * @return this builder
     */
    public B headers(Supplier<Map<String, String>> headers) {
        this.headers = Objects.requireNonNull(headers, "headers");
        return self();
    }

    /**
     * Sets the base URL of the server. Default: the provider's own server. Each request repeats the query of the URL,
     * for example {@code ?api-version=2024-10-21}. The URL may include the path of the operation, for example {@code
     * /chat/completions}.
     *
     * @param baseUrl its address; a trailing slash is ignored
     * @return this builder
     */
    public B baseUrl(String baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        return self();
    }

    /**
     * Sets whether the provider enforces the tools' schemas when the model generates calls. A tool whose schema the
     * provider cannot enforce is offered without the constraint, which is logged once.
     *
     * @param strict whether the provider enforces them
     * @return this builder
     */
    public B strict(boolean strict) {
        this.strict = strict;
        return self();
    }

    /**
     * Sets whether the provider enforces the schemas of the named tools. It replaces {@link #strict(boolean)} for these
     * tools.
     *
     * @param strict whether the provider enforces them
     * @param tools the names of the tools
     * @return this builder
     */
    public B strict(boolean strict, String... tools) {
        for (String tool : tools) {
            strictTools.put(Objects.requireNonNull(tool, "tool"), strict);
        }
        return self();
    }

    /**
     * Sets the schema dialect in which tools are offered. Default: the dialect that {@link #strict(boolean)} requires.
     *
     * @param dialect the dialect
     * @return this builder
     */
    public B dialect(Dialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        return self();
    }

    /**
     * Sets the tools that the model may or must call. Default: the agent's choice.
     *
     * @param selection the selection
     * @return this builder
     */
    public B toolChoice(ToolSelection selection) {
        this.selection = Objects.requireNonNull(selection, "selection");
        return self();
    }

    /**
     * Sets whether one reply may contain several calls. Default: the provider's default.
     *
     * @param allowed whether several calls are allowed
     * @return this builder
     */
    public B parallelToolCalls(boolean allowed) {
        this.parallelToolCalls = allowed;
        return self();
    }

    /**
     * Sets the maximum length of a reply in tokens, including the model's thinking.
     *
     * @param tokens 1 or more
     * @return this builder
     */
    public B maxOutputTokens(int tokens) {
        this.maxOutputTokens = tokens;
        return self();
    }

    /**
     * Sets an additional property of each request body, for example {@code temperature}.
     *
     * @param name the name of a property that the client does not write itself
     * @param json its value as JSON text
     * @return this builder
     * @throws IllegalArgumentException if the value is not JSON text; the message names the property
     */
    public B property(String name, String json) {
        try {
            properties.put(Objects.requireNonNull(name, "name"), new JsonText(json));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The property " + name + ": " + e.getMessage(), e);
        }
        return self();
    }

    /**
     * Sets the prices that determine the cost of each reply.
     *
     * @param prices a table that contains the model
     * @return this builder
     */
    public B prices(PriceTable prices) {
        this.prices = Objects.requireNonNull(prices, "prices");
        return self();
    }

    /**
     * Sets the timeouts, retries and limits of the HTTP exchanges. Default: {@link HttpSettings#DEFAULT}.
     *
     * @param http the settings
     * @return this builder
     */
    public B http(HttpSettings http) {
        this.http = Objects.requireNonNull(http, "http");
        return self();
    }

    /**
     * Validates the settings and returns them.
     *
     * @param provider the provider's name, for messages
     * @return the settings
     * @throws IllegalArgumentException if a setting is missing or invalid, or the price table does not contain the model;
     *     the message never contains the key
     */
    protected final ClientSettings settings(String provider) {
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("The model is missing. Set it with model(...).");
        }
        if (apiKey == null && headers == null && baseUrl == null) {
            throw new IllegalArgumentException("The key of " + provider
                    + " is missing. Set it with apiKey(...), or another server with baseUrl(...).");
        }
        if (fixedKey != null && !ApiKey.isValid(fixedKey)) {
            throw new IllegalArgumentException(ApiKey.INVALID);
        }
        if (maxOutputTokens != null && maxOutputTokens < 1) {
            throw new IllegalArgumentException(
                    "The maximum length of a reply is " + maxOutputTokens + " tokens. It must be 1 or more.");
        }
        if (prices != null) {
            prices.of(model); // fails if the table does not contain the model
        }
        return new ClientSettings(
                model,
                Optional.ofNullable(apiKey),
                Optional.ofNullable(headers),
                Optional.ofNullable(baseUrl),
                strict,
                Map.copyOf(strictTools),
                Optional.ofNullable(dialect),
                Optional.ofNullable(selection),
                Optional.ofNullable(parallelToolCalls),
                maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens),
                Collections.unmodifiableMap(new LinkedHashMap<>(properties)),
                Optional.ofNullable(prices),
                http);
    }
}
