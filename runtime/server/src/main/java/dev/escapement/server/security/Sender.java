package dev.escapement.server.security;

import dev.escapement.server.Identity;

/**
 * An identified sender.
 *
 * @param identity the identity
 * @param binding the session or the identity to which its anti-forgery token belongs
 */
record Sender(Identity identity, String binding) {}
