/**
 * A model client for OpenAI's Chat Completions and Responses protocols, as offered by OpenAI and compatible servers.
 * {@link dev.escapement.openai.OpenAiModel} is the client; for each protocol, one class writes requests and one reads
 * complete or streamed replies.
 *
 * <p>May use the runtime and {@code dev.escapement.http} with its packages.
 */
@NullMarked
package dev.escapement.openai;

import org.jspecify.annotations.NullMarked;
