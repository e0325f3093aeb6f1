package dev.escapement.server.http;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request for which the router has found a route, and whose sender has the access that the route requires.
 *
 * @param request the request
 * @param parameters the decoded parameters of the path, by name
 * @param query the parameters of the query
 * @param sender the identity; empty for routes that do not require one
 */
public record RequestContext(
        ServerRequest request, Map<String, String> parameters, Query query, Optional<Identity> sender) {
    public RequestContext {
        parameters = Map.copyOf(parameters);
    }

    /** {@return the value of a parameter of the path} */
    public String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** {@return the identity, on a route that requires one} */
    public Identity identity() {
        return sender.orElseThrow();
    }

    /**
     * Returns the body as text.
     *
     * @throws ProblemException if the body is not valid UTF-8
     */
    public String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(request.body()).toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body must be UTF-8.");
        }
    }

    /**
     * Decodes the JSON body.
     *
     * @param codec the codec of the body
     * @throws ProblemException if the content does not match; contains all violations
     */
    public <T> T body(JsonCodec<T> codec) {
        return codec.decode(text()).fold(Decoded.Accepted::value, rejected -> {
            throw new ProblemException("The body does not match the schema.", rejected.violations());
        });
    }

    /**
     * Returns the entity tags that the sender knows, for conditional requests.
     *
     * @return the elements of the header {@code If-None-Match} as sent, with quotes and possibly {@code W/}
     */
    public List<String> knownTags() {
        return request.header("If-None-Match").stream()
                .flatMap(tags -> Stream.of(tags.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
