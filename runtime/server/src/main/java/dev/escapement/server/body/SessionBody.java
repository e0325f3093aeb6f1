package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;

/**
 * The sender of a request, as far as a page needs it.
 *
 * @param name the name
 * @param roles the names of the roles
 * @param antiForgeryToken the value of the header {@code Escapement-Anti-Forgery} for requests that change something
 */
@Codec
public record SessionBody(String name, List<String> roles, String antiForgeryToken) {}
