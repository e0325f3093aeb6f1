package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;
import java.util.Optional;

/**
 * The sender of a request, as far as a page needs it.
 *
 * @param name the name
 * @param roles the names of the roles
 * @param antiForgeryToken the value of the header {@code Escapement-Anti-Forgery}; absent if the page must
 *     keep the one that it received when it began the session
 */
@Codec
public record SessionBody(String name, List<String> roles, Optional<String> antiForgeryToken) {

    /** Returns a text without the token. */
    @Override
    public String toString() {
        return "SessionBody[name=" + name + ", roles=" + roles + "]";
    }
}
