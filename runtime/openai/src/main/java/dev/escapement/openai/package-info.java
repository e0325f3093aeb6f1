/**
 * Models behind the protocols of OpenAI, and of the many servers that speak them: Chat Completions and Responses.
 * {@link dev.escapement.openai.OpenAiModel} puts it together; a request is written by one class a protocol, without a tree, and
 * a reply is read by one class a protocol, whole or streamed. Depends on the runtime and on what all clients share.
 */
@NullMarked
package dev.escapement.openai;

import org.jspecify.annotations.NullMarked;
