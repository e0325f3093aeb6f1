package dev.escapement.http.client;

import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import java.util.Optional;
import java.util.function.Function;

/**
 * A factory and reader of the provider state in one server's replies. Other servers reject the state, so its format
 * names the server.
 *
 * @param format the name of the format
 */
public record ServerState(String format) {

    /**
     * Returns a provider state with this format.
     *
     * @param json its content
     * @return the state
     */
    public ProviderState of(String json) {
        return new ProviderState(format, json);
    }

    /**
     * Applies a reader to the state of an earlier reply and returns the result.
     *
     * @param reply the reply
     * @param reader reads the content
     * @param <T> the type of the result
     * @return the result; empty if the reply has no state of this server, or a damaged one
     */
    public <T> Optional<T> read(Message.Assistant reply, Function<ProviderJson, T> reader) {
        try {
            return reply.state()
                    .filter(state -> state.format().equals(format))
                    .map(state -> reader.apply(ProviderJson.parse(state.json())));
        } catch (MalformedReplyException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
