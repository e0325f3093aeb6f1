/**
 * A model client for Google's Gemini API and for Gemini on Vertex AI. {@link dev.escapement.gemini.GeminiModel} is the
 * client; one class writes requests, and one reads complete or streamed replies.
 *
 * <p>May use the runtime and {@code dev.escapement.http} with its packages.
 */
@NullMarked
package dev.escapement.gemini;

import org.jspecify.annotations.NullMarked;
