/**
 * A model client for Anthropic's Messages API. {@link dev.escapement.anthropic.AnthropicModel} is the client; one class
 * writes requests, and one reads complete or streamed replies.
 *
 * <p>May use the runtime and {@code dev.escapement.http} with its packages.
 */
@NullMarked
package dev.escapement.anthropic;

import org.jspecify.annotations.NullMarked;
