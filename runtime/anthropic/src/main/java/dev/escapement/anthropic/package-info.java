/**
 * Models behind the Messages API of Anthropic. Depends on the runtime and on what all clients share.
 */
@NullMarked
package dev.escapement.anthropic;

import org.jspecify.annotations.NullMarked;
