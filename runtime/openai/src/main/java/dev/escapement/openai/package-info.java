/**
 * Models behind the protocols of OpenAI, and of the many servers that speak them: Chat Completions and Responses. Depends on
 * the runtime and on what all clients share.
 */
@NullMarked
package dev.escapement.openai;

import org.jspecify.annotations.NullMarked;
