/**
 * OpenTelemetry spans and metrics for agents, named as in the semantic conventions for generative AI. The interceptor
 * {@link dev.escapement.opentelemetry.AgentTelemetry} records them.
 *
 * <p>Depends on {@link dev.escapement.run} and OpenTelemetry's API, not on its SDK.
 */
@NullMarked
package dev.escapement.opentelemetry;

import org.jspecify.annotations.NullMarked;
