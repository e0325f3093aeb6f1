/**
 * A model client for OpenAI's protocols, Chat Completions and Responses, at OpenAI or at a compatible server. {@link
 * dev.escapement.openai.OpenAiModel} is the client; for each protocol one class writes requests and one reads replies,
 * whole or streamed.
 *
 * <p>May use the runtime and {@code dev.escapement.http} with its packages.
 */
@NullMarked
package dev.escapement.openai;

import org.jspecify.annotations.NullMarked;
