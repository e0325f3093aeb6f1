/**
 * HTTP exchanges with timeouts, retries and limits, and parsers of event streams and of the JSON that providers send.
 * Contains nothing that is specific to one provider.
 *
 * <p>Exported to the clients of Escapement only. May use {@code dev.escapement.http}, {@code dev.escapement.http.request},
 * the runtime, {@code java.net.http} and jackson-core.
 */
@NullMarked
package dev.escapement.http.client;

import org.jspecify.annotations.NullMarked;
