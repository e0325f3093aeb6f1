package dev.escapement.anthropic;

import dev.escapement.http.client.RequestBody;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The body of a request to the Messages API.
 *
 * @param model the name of the model
 * @param writer returns the JSON text without the given properties
 * @param adapter adapts later texts to the message of an error, and returns whether it did
 */
record MessagesBody(String model, Function<Set<String>, String> writer, Predicate<String> adapter)
        implements RequestBody {

    @Override
    public Set<String> optional() {
        return AnthropicSettings.OPTIONAL;
    }

    @Override
    public String without(Set<String> omitted) {
        return writer.apply(omitted);
    }

    @Override
    public boolean adapts(String error) {
        return adapter.test(error);
    }

    @Override
    public String setting(String property) {
        return AnthropicSettings.omission(property);
    }
}
