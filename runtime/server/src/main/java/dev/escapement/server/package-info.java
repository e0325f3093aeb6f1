/**
 * An HTTP API, an inbox and an inspector for agent threads. {@link dev.escapement.server.AgentServer} is the entry point.
 *
 * <p>May use {@code dev.escapement} and the JDK.
 */
@NullMarked
package dev.escapement.server;

import org.jspecify.annotations.NullMarked;
