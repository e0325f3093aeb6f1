package dev.escapement.restate;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.json.Decoded;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.SqlReply;
import dev.escapement.restate.wire.SqlReplyCodec;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of all threads, by the SQL interface of the admin API. Each query reads all rows. Threads whose row a later
 * release has written are not in the index. Safe for concurrent use.
 */
final class RestateIndex {

    private final Optional<RestateHttp> admin;
    private final RestateRequest query;

    /**
     * Creates an index.
     *
     * @param admin the admin API; empty if its address is not set
     * @param service the name of the virtual object
     * @param timeout the time after which a query fails
     */
    RestateIndex(Optional<RestateHttp> admin, String service, Duration timeout) {
        this.admin = admin;
        String sql = "SELECT service_key AS id, value_utf8 AS content FROM state WHERE service_name = "
                + literal(service) + " AND key = 'row' AND value_utf8 IS NOT NULL";
        this.query = new RestateRequest(
                "query",
                new JsonValue.Members(Map.of("query", new JsonValue.Text(sql))).json(),
                Map.of(),
                Optional.empty(),
                timeout,
                "the SQL interface");
    }

    /** Returns a literal of SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Returns the entries of all threads, in no particular order.
     *
     * @throws StoreException if the address of the admin API is not set, or it does not answer
     */
    Stream<ThreadEntry> threads() {
        RestateHttp http = admin.orElseThrow(RestateFailures::noAdmin);
        SqlReply reply = SqlReplyCodec.INSTANCE.decode(http.send(query)).fold(Decoded.Accepted::value, rejected -> {
            throw RestateFailures.format(query);
        });
        return reply.rows().stream().flatMap(row -> entry(row).stream());
    }

    /** Returns the open questions of all threads, in no particular order. */
    Stream<QuestionEntry> questions() {
        return threads()
                .flatMap(thread -> thread.standing().questions().stream()
                        .map(question -> new QuestionEntry(thread.id(), thread.agent(), question, thread.labels())));
    }

    private static Optional<ThreadEntry> entry(SqlReply.SqlRow row) {
        Optional<ThreadRow> decoded = ThreadRowCodec.INSTANCE
                .decode(row.content())
                .fold(accepted -> Optional.of(accepted.value()), rejected -> Optional.empty());
        return decoded.map(thread -> entry(ObjectKey.threadId(row.id()), thread, thread.size()));
    }

    /** Returns the entry of a thread, given its row and the number of its events. */
    static ThreadEntry entry(String id, ThreadRow row, int size) {
        return new ThreadEntry(
                id,
                row.agent(),
                size,
                row.standing(),
                row.since(),
                row.updatedAt(),
                row.attempts(),
                row.parked(),
                row.labels(),
                row.erased());
    }
}
