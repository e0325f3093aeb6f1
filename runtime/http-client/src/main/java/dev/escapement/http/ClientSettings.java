package dev.escapement.http;

import dev.escapement.http.request.ApiKey;
import dev.escapement.json.JsonText;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The validated settings of a {@link ClientBuilder}.
 *
 * @param model the name of the model
 * @param apiKey the supplier of the key, if there is one
 * @param headers the supplier of additional headers, if there is one
 * @param baseUrl the address of the server, unless it is the provider's own
 * @param strict whether the provider constrains the model to the schemas of the tools
 * @param strictTools the tools for which {@code strict} is replaced, by name
 * @param dialect the form of the schemas, unless it follows {@code strict}
 * @param selection the tools to call; empty if the agent chooses
 * @param parallelToolCalls whether one reply may have several calls; empty for the provider's default
 * @param maxOutputTokens the length of a reply in tokens; empty for the client's default
 * @param properties other properties of the body, in the order in which they are written
 * @param prices the prices of models, if they are known
 * @param http the settings of the HTTP exchanges
 */
public record ClientSettings(
        String model,
        Optional<Supplier<String>> apiKey,
        Optional<Supplier<Map<String, String>>> headers,
        Optional<String> baseUrl,
        boolean strict,
        Map<String, Boolean> strictTools,
        Optional<Dialect> dialect,
        Optional<ToolSelection> selection,
        Optional<Boolean> parallelToolCalls,
        OptionalInt maxOutputTokens,
        Map<String, JsonText> properties,
        Optional<PriceTable> prices,
        HttpSettings http) {

    /**
     * Returns whether the provider constrains the model to the schema of a tool.
     *
     * @param tool the name of the tool
     * @return true if it does, where it can
     */
    public boolean isStrict(String tool) {
        return strictTools.getOrDefault(tool, strict);
    }

    /**
     * Returns the prices of the model that a request addresses.
     *
     * @param options the options of the request, which may name another model
     * @return the prices; empty if the client has no price table
     * @throws IllegalArgumentException if the table does not contain the model
     */
    public Optional<Prices> pricesFor(RequestOptions options) {
        return prices.map(table -> table.of(options.model().orElse(model)));
    }

    /**
     * Returns a supplier of the headers that are determined for each attempt. These are the key and the additional
     * headers, which replace it.
     *
     * @param keyHeaders returns the headers that contain a key
     * @return the supplier, for an {@link dev.escapement.http.client.Endpoint}
     */
    public Supplier<Map<String, String>> secretHeaders(Function<String, Map<String, String>> keyHeaders) {
        return () -> {
            Map<String, String> all = new LinkedHashMap<>();
            apiKey.ifPresent(key -> all.putAll(keyHeaders.apply(validKey(key.get()))));
            headers.ifPresent(more -> all.putAll(more.get()));
            return all;
        };
    }

    private static String validKey(String key) {
        if (key == null) {
            throw new IllegalArgumentException("The supplier of the key returned null.");
        }
        if (!ApiKey.isValid(key)) {
            throw new IllegalArgumentException(ApiKey.INVALID);
        }
        return key;
    }

    /**
     * Returns the tool selection that applies to a request.
     *
     * @param request the request
     * @return the configured selection if the request offers its tool, otherwise the choice of the agent
     */
    public ToolSelection selectionFor(ModelRequest request) {
        return selection
                .filter(selected -> isPossible(selected, request))
                .orElse(
                        request.choice() == ToolChoice.REQUIRED
                                ? ToolSelection.Mode.REQUIRED
                                : ToolSelection.Mode.AUTO);
    }

    private static boolean isPossible(ToolSelection selection, ModelRequest request) {
        return selection.accept(new ToolSelection.Visitor<>() {
            @Override
            public Boolean mode(ToolSelection.Mode mode) {
                return true;
            }

            @Override
            public Boolean only(ToolSelection.Only only) {
                return request.tools().stream().anyMatch(tool -> tool.name().equals(only.tool()));
            }
        });
    }

    /**
     * Checks that no additional property is reserved. A client reserves the properties that it writes or that must be
     * absent.
     *
     * @param reserved tests the name of a property
     * @throws IllegalArgumentException if one of the properties is reserved
     */
    public void rejectProperties(Predicate<String> reserved) {
        properties.keySet().stream().filter(reserved).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "The property " + name + " cannot be set: the client writes it, or requires its absence.");
        });
    }

    /** Returns a description that contains the model's name but not the API key. */
    @Override
    public String toString() {
        return "ClientSettings[" + model + "]";
    }
}
