/**
 * Spans and metrics of agents in OpenTelemetry's semantic conventions for generative AI: an
 * {@link dev.escapement.opentelemetry.AgentTelemetry} intercepts a runner.
 *
 * <p>Depends on {@link dev.escapement.run} and OpenTelemetry's API, not on its SDK.
 */
@NullMarked
package dev.escapement.opentelemetry;

import org.jspecify.annotations.NullMarked;
