package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.Optional;

/**
 * The answer to a verified webhook delivery.
 *
 * @param challenge the text with which a provider checks the URL
 */
@Codec
public record WebhookBody(Optional<String> challenge) {}
