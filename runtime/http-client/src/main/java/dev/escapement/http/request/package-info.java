/**
 * The parts of a request that may contain secrets. They are the address, headers and API key. No exception repeats
 * their values.
 *
 * <p>Exported to the clients of Escapement only. Uses {@code dev.escapement.model} and no other package of Escapement.
 */
@NullMarked
package dev.escapement.http.request;

import org.jspecify.annotations.NullMarked;
