package dev.escapement.server.webhook;

/** The schema of {@link dev.escapement.server.body.WebhookBody}. */
final class WebhookSchema {
    /** The schema as JSON text. */
    static final String JSON = """
            {"type":"object","properties":{"challenge":{"type":"string"}},"additionalProperties":false}""";

    private WebhookSchema() {}
}
