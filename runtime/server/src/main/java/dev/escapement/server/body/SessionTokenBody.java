package dev.escapement.server.body;

import dev.escapement.Codec;

/**
 * The token of a link that begins a session.
 *
 * @param token the token, which is valid once
 */
@Codec
public record SessionTokenBody(String token) {

    /** Returns a text without the token. */
    @Override
    public String toString() {
        return "SessionTokenBody";
    }
}
