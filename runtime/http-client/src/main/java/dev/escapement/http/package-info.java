/**
 * The settings that all clients of model providers share. They cover the server, key, schemas, limits, and the behavior
 * of HTTP connections.
 *
 * <p>May use {@code dev.escapement.http.request} and the runtime.
 */
@NullMarked
package dev.escapement.http;

import org.jspecify.annotations.NullMarked;
