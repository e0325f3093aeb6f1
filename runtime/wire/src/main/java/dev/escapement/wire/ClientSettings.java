package dev.escapement.wire;

import dev.escapement.json.JsonText;
import dev.escapement.model.Prices;
import dev.escapement.tool.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every client of a provider can be told, checked.
 *
 * @param model the name of the model
 * @param apiKey the key, if there is one
 * @param baseUrl where the server is, if it is not the provider's own
 * @param strict whether the provider shall hold the model to the schemas of the tools
 * @param dialect the form of the schemas, if it does not follow {@code strict}
 * @param selection which tools to call; empty if the agent decides
 * @param parallelToolCalls whether one reply may have several calls; empty if the provider decides
 * @param maxOutputTokens how long a reply may be; empty if that is not said
 * @param properties other properties of the body, in the order in which they are written
 * @param prices what the model costs, if that is known
 * @param http how the server is talked to
 */
public record ClientSettings(
        String model,
        Optional<String> apiKey,
        Optional<String> baseUrl,
        boolean strict,
        Optional<Dialect> dialect,
        Optional<ToolSelection> selection,
        Optional<Boolean> parallelToolCalls,
        OptionalInt maxOutputTokens,
        Map<String, JsonText> properties,
        Optional<Prices> prices,
        HttpSettings http) {

    /** Does not show the key. */
    @Override
    public String toString() {
        return "ClientSettings[" + model + "]";
    }
}
