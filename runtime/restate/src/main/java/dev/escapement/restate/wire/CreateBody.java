package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * A child thread to create.
 *
 * @param threadId the id of the child
 * @param append its first append
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record CreateBody(String threadId, AppendBody append) {}
