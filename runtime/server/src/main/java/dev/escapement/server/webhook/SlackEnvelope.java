package dev.escapement.server.webhook;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.server.WebhookVerification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The outer object of a request from the Events API of Slack. */
public final class SlackEnvelope {
    private final String body;
    private final Map<String, JsonValue> properties;

    private SlackEnvelope(String body, Map<String, JsonValue> properties) {
        this.body = body;
        this.properties = properties;
    }

    /**
     * Parses a body.
     *
     * @param body the verified body
     * @return the envelope
     * @throws RefusedException if the body is not a JSON object
     */
    public static SlackEnvelope parse(String body) {
        if (parsed(body) instanceof JsonValue.Members object) {
            return new SlackEnvelope(body, object.properties());
        }
        throw new RefusedException(WebhookVerification.Reason.MALFORMED_BODY);
    }

    private static JsonValue parsed(String body) {
        try {
            return JsonValue.parse(body);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(WebhookVerification.Reason.MALFORMED_BODY);
        }
    }

    /**
     * Returns the verified content.
     *
     * @param time the signed time
     * @return a delivery, or an acknowledgement for messages of the protocol
     */
    public WebhookVerification result(Instant time) {
        return switch (text("type").orElse("")) {
            case "url_verification" -> new WebhookVerification.Acknowledgement(text("challenge"));
            case "app_rate_limited" -> new WebhookVerification.Acknowledgement(Optional.empty());
            default ->
                new WebhookVerification.Delivery(
                        text("event_id").filter(id -> !id.isEmpty()).orElseGet(() -> ContentHash.hex(body)),
                        time,
                        body);
        };
    }

    private Optional<String> text(String name) {
        return properties.get(name) instanceof JsonValue.Text text ? Optional.of(text.text()) : Optional.empty();
    }
}
