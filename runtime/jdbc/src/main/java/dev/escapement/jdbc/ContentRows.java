package dev.escapement.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of contents and of their chunks. */
final class ContentRows {

    private static final int COLLECTED = 100;

    private final JdbcDialect dialect;
    private final Sql announce;
    private final Sql chunk;
    private final Sql complete;
    private final Sql size;
    private final Sql data;
    private final Sql collect;
    private final Sql collectChunks;

    ContentRows(JdbcDialect dialect, TableNames names) {
        this.dialect = dialect;
        // The new time protects a content that is stored again from its collection.
        announce = Sql.of("""
                insert into esc_content as old (sha256, bytes, complete, created_at) values (:hash, :bytes, false, NOW)
                on conflict (sha256) do update set created_at = NOW returning complete
                """, dialect, names);
        chunk = Sql.of(
                "insert into esc_chunk (sha256, n, data) values (:hash, :n, :data) on conflict (sha256, n)"
                        + " do update set data = excluded.data",
                dialect,
                names);
        complete = Sql.of("update esc_content set complete = true where sha256 = :hash", dialect, names);
        size = Sql.of("select bytes from esc_content where sha256 = :hash and complete", dialect, names);
        data = Sql.of("select data from esc_chunk where sha256 = :hash and n = :n", dialect, names);
        String unused = """
                select sha256 from esc_content c where created_at < BEFORE
                  and not exists (select 1 from esc_use u where u.sha256 = c.sha256) order by created_at limit :limit
                """;
        collect = Sql.of(
                "delete from esc_content where sha256 in (" + before(unused) + " SKIP_LOCKED) and created_at < "
                        + before("BEFORE") + " returning sha256",
                dialect,
                names);
        collectChunks = Sql.of("delete from esc_chunk where sha256 IN(:hashes)", dialect, names);
    }

    private String before(String text) {
        return text.replace(
                "BEFORE", dialect == JdbcDialect.SQLITE ? "NOW - :age" : "NOW - :age * interval '1 microsecond'");
    }

    /** Creates a content, or renews its age. Returns whether all its chunks are stored. */
    boolean announce(Session session, String hash, long bytes) throws SQLException {
        return session.first(announce, Args.of("hash", hash).and("bytes", bytes), row -> row.flag(1))
                .orElse(false);
    }

    void storeChunk(Session session, String hash, int number, byte[] bytes) throws SQLException {
        session.update(chunk, Args.of("hash", hash).and("n", number).and("data", bytes));
    }

    void complete(Session session, String hash) throws SQLException {
        session.update(complete, Args.of("hash", hash));
    }

    /** Returns the size of a complete content. */
    OptionalLong size(Session session, String hash) throws SQLException {
        Optional<Long> found = session.first(size, Args.of("hash", hash), row -> row.longNumber(1));
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    Optional<byte[]> chunk(Session session, String hash, int number) throws SQLException {
        return session.first(data, Args.of("hash", hash).and("n", number), row -> row.bytes(1));
    }

    /** Deletes some unused contents in a transaction. Returns their number; 0 if there are no more. */
    int collect(Session session, Duration age) throws SQLException {
        var hashes = session.query(
                collect, Args.of("age", StoreClock.micros(age)).and("limit", COLLECTED), row -> row.text(1));
        if (!hashes.isEmpty()) {
            session.update(collectChunks, Args.of("hashes", hashes));
        }
        return hashes.size();
    }
}
