package dev.escapement.wire;

import dev.escapement.json.JsonText;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every client of a provider can be told. The builder of a client adds what is its own and says what the defaults are.
 * Not safe for use by many threads.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

    private static final Pattern KEY = Pattern.compile("[!-~]+");

    private @Nullable String model;
    private @Nullable String apiKey;
    private @Nullable String baseUrl;
    private boolean strict;
    private @Nullable Dialect dialect;
    private @Nullable ToolSelection selection;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Integer maxOutputTokens;
    private final Map<String, JsonText> properties = new LinkedHashMap<>();
    private @Nullable PriceTable prices;
    private HttpSettings http = HttpSettings.DEFAULT;

    /**
     * A builder that was told nothing.
     *
     * @param strict whether the provider shall hold models to the schemas of tools unless something else is said
     */
    protected ClientBuilder(boolean strict) {
        this.strict = strict;
    }

    /**
     * This builder.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Sets the model. There is no default.
     *
     * @param model its name, as the provider has it
     * @return this builder
     */
    public B model(String model) {
        this.model = Objects.requireNonNull(model, "model");
        return self();
    }

    /**
     * Sets the key, which is sent to the server and shown to nobody else. The provider's own server needs one.
     *
     * @param apiKey the key
     * @return this builder
     */
    public B apiKey(String apiKey) {
        this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
        return self();
    }

    /**
     * Sets the server. The default is the provider's own.
     *
     * @param baseUrl its address; a slash at its end makes no difference
     * @return this builder
     */
    public B baseUrl(String baseUrl) {
        this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        return self();
    }

    /**
     * Sets whether the provider shall hold the model to the schemas of the tools. A tool of which the provider cannot do
     * that is offered without, which is logged once.
     *
     * @param strict whether it shall
     * @return this builder
     */
    public B strict(boolean strict) {
        this.strict = strict;
        return self();
    }

    /**
     * Sets the form of the schemas. The default follows {@link #strict}.
     *
     * @param dialect the form
     * @return this builder
     */
    public B dialect(Dialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        return self();
    }

    /**
     * Sets which tools the model may or must call. The default is what the agent asks for.
     *
     * @param selection the selection
     * @return this builder
     */
    public B toolChoice(ToolSelection selection) {
        this.selection = Objects.requireNonNull(selection, "selection");
        return self();
    }

    /**
     * Sets whether one reply may have several calls. The default is the provider's.
     *
     * @param allowed whether it may
     * @return this builder
     */
    public B parallelToolCalls(boolean allowed) {
        this.parallelToolCalls = allowed;
        return self();
    }

    /**
     * Sets how long a reply may be, what the model thinks before it included.
     *
     * @param tokens 1 or more
     * @return this builder
     */
    public B maxOutputTokens(int tokens) {
        this.maxOutputTokens = tokens;
        return self();
    }

    /**
     * Sets any other property of the body of each request, {@code temperature} for example.
     *
     * @param name its name; none that the client writes itself
     * @param json its value as JSON text
     * @return this builder
     * @throws IllegalArgumentException if the value is no JSON text; the message names the property
     */
    public B property(String name, String json) {
        try {
            properties.put(Objects.requireNonNull(name, "name"), new JsonText(json));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The property " + name + " has " + e.getMessage(), e);
        }
        return self();
    }

    /**
     * Sets the prices, so that each reply has its cost.
     *
     * @param prices a table that has the model
     * @return this builder
     */
    public B prices(PriceTable prices) {
        this.prices = Objects.requireNonNull(prices, "prices");
        return self();
    }

    /**
     * Sets how the server is talked to. The default is {@link HttpSettings#DEFAULT}.
     *
     * @param http the settings
     * @return this builder
     */
    public B http(HttpSettings http) {
        this.http = Objects.requireNonNull(http, "http");
        return self();
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * What was said, checked.
     *
     * @param provider the provider's name, for messages
     * @return the settings
     * @throws IllegalArgumentException if something is missing or wrong, or the price table does not have the model; the
     *     message says what, and never shows the key
     */
    protected final ClientSettings settings(String provider) {
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("Name the model: model(...).");
        }
        if (apiKey == null && baseUrl == null) {
            throw new IllegalArgumentException(provider + " needs a key: apiKey(...). Other servers: baseUrl(...).");
        }
        if (apiKey != null && !isKey(apiKey)) {
            throw new IllegalArgumentException(
                    "The key is empty, or has white space or other characters that no key has.");
        }
        if (maxOutputTokens != null && maxOutputTokens < 1) {
            throw new IllegalArgumentException("A reply of " + maxOutputTokens + " tokens cannot be asked for.");
        }
        Prices found = prices == null ? null : prices.of(model);
        return new ClientSettings(
                model,
                Optional.ofNullable(apiKey),
                Optional.ofNullable(baseUrl),
                strict,
                Optional.ofNullable(dialect),
                Optional.ofNullable(selection),
                Optional.ofNullable(parallelToolCalls),
                maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens),
                Collections.unmodifiableMap(new LinkedHashMap<>(properties)),
                Optional.ofNullable(found),
                http);
    }
}
