/**
 * The settings that every client of a model provider has: server, key, schemas, limits, and the behavior of its HTTP
 * connections.
 *
 * <p>May use {@code dev.escapement.http.request} and the runtime.
 */
@NullMarked
package dev.escapement.http;

import org.jspecify.annotations.NullMarked;
