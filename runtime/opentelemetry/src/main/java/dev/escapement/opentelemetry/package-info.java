/** Spans and metrics of agents in the semantic conventions for generative AI. */
@NullMarked
package dev.escapement.opentelemetry;

import org.jspecify.annotations.NullMarked;
