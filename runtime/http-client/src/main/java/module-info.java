import org.jspecify.annotations.NullMarked;

/**
 * The HTTP client shared by all clients of model providers. It sends requests with timeouts, retries and limits, and
 * parses event streams and the JSON that providers send.
 *
 * <p>Applications use {@code dev.escapement.http}, which contains the settings of every client. The other packages are
 * exported to the clients of Escapement only and may change in any release.
 */
@NullMarked
@SuppressWarnings("module") // the clients are compiled after this module
module dev.escapement.http {
    requires transitive dev.escapement;
    requires transitive java.net.http;
    requires tools.jackson.core;

    exports dev.escapement.http;
    exports dev.escapement.http.client to
            dev.escapement.anthropic,
            dev.escapement.gemini,
            dev.escapement.openai;
    exports dev.escapement.http.request to
            dev.escapement.anthropic,
            dev.escapement.gemini,
            dev.escapement.openai;
}
