package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;
import java.util.List;

/**
 * The reply of the admin API to a query of the states of all threads.
 *
 * @param rows the rows in any order
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record SqlReply(List<SqlRow> rows) {
    public SqlReply {
        rows = List.copyOf(rows);
    }

    /**
     * A state.
     *
     * @param id the key of the object
     * @param content the value in UTF-8
     */
    @Codec(unknown = UnknownProperties.IGNORE)
    public record SqlRow(String id, String content) {}
}
