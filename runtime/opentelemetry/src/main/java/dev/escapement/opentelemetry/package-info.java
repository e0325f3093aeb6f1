/**
 * Spans and metrics of agents in the semantic conventions of OpenTelemetry for generative AI: one
 * {@link dev.escapement.opentelemetry.AgentTelemetry} for a runner.
 *
 * <p>Depends on {@link dev.escapement.run} and the API of OpenTelemetry, not on its SDK.
 */
@NullMarked
package dev.escapement.opentelemetry;

import org.jspecify.annotations.NullMarked;
