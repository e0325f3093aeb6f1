package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import java.util.Optional;

/**
 * The row of a thread, from the handler {@code row}.
 *
 * @param row the row; empty if the thread is not stored
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record RowReply(Optional<ThreadRow> row) {}
