/**
 * The execution of agent threads on the durable engine Restate. May use the runtime, and of the Restate SDK the byte-level
 * interfaces and the HTTP endpoint.
 */
@NullMarked
package dev.escapement.restate;

import org.jspecify.annotations.NullMarked;
