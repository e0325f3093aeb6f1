package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the stored forms of ids, times and cursors, and the compilation of statements. */
class TextFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\0b", "\0", "\u001a", "\u001as", "\u001a0000", "\ud83d", "x\ude00\ud83dy", "😀"})
    void keysAreRestored(String text) {
        String stored = KeyText.stored(text);

        assertEquals(text, KeyText.original(stored));
        assertFalse(stored.contains("\0"));
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(stored));
        assertNull(KeyText.complete(text));
        assertFalse(KeyText.isShortened(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "東", "😀", "\0"})
    void longKeysFitAnIndex(String part) {
        String text = part.repeat(2_000);
        String stored = KeyText.stored(text);

        assertTrue(stored.getBytes(StandardCharsets.UTF_8).length <= KeyText.MAX_BYTES);
        assertTrue(KeyText.isShortened(stored));
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(stored), "no character must be cut");
        assertEquals(text, KeyText.original(stored, KeyText.complete(text)));
        assertNotEquals(stored, KeyText.stored(text + "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "東", "😀", "\0", "ab\0"})
    void shortenedKeyHasTheBeginning(String part) {
        String text = part.repeat(2_000);

        String original = KeyText.original(KeyText.stored(text));

        assertTrue(original.length() >= 50 && text.startsWith(original), original);
    }

    @Test
    void keyAtTheLimitIsComplete() {
        String text = "x".repeat(KeyText.MAX_BYTES);

        assertEquals(text, KeyText.stored(text));
        assertTrue(KeyText.isShortened(KeyText.stored(text + "x")));
    }

    @Test
    void timesHaveMicroseconds() {
        Instant time = Instant.parse("2026-03-01T12:00:00.123456789Z");

        assertEquals(Instant.parse("2026-03-01T12:00:00.123456Z"), StoreClock.stored(time));
        assertEquals(Instant.parse("2026-03-01T12:00:00.123457Z"), StoreClock.storedDue(time));
        assertEquals(StoreClock.stored(time), StoreClock.instant(StoreClock.micros(time)));
        assertEquals(StoreClock.stored(time), StoreClock.storedDue(StoreClock.stored(time)));
        Instant early = Instant.parse("1969-12-31T23:59:59.999999Z");
        assertEquals(early, StoreClock.instant(StoreClock.micros(early)));
    }

    @Test
    void extremeTimesAreBounded() {
        assertEquals(Instant.parse("9999-12-30T00:00:00Z"), StoreClock.storedDue(Instant.MAX));
        assertEquals(Instant.parse("0001-01-02T00:00:00Z"), StoreClock.stored(Instant.MIN));
        assertTrue(StoreClock.micros(Duration.ofSeconds(Long.MAX_VALUE)) > StoreClock.micros(Duration.ofDays(365_000)));
        assertEquals(0, StoreClock.micros(Duration.ofSeconds(-1)));
    }

    @Test
    void cursorsAreRestored() {
        Cursor cursor = new Cursor(Instant.parse("2026-03-01T12:00:00.123456Z"), 3, List.of("t:1", "call 1"));

        assertEquals(cursor, Cursor.of(cursor.text(Cursor.PageOrder.QUESTIONS), Cursor.PageOrder.QUESTIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "QUESTIONS", "TkVXRVNUX1RIUkVBRFMAMQAwAA", "TkVXRVNUX1RIUkVBRFMAeAAwAGE"})
    void foreignCursorsAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Cursor.of(text, Cursor.PageOrder.QUESTIONS));
    }

    @Test
    void cursorOfOtherOrderIsRefused() {
        String text = new Cursor(Instant.EPOCH, 0, List.of("t1")).text(Cursor.PageOrder.OLDEST_THREADS);

        assertThrows(IllegalArgumentException.class, () -> Cursor.of(text, Cursor.PageOrder.NEWEST_THREADS));
    }

    @Test
    void statementsAreCompiledForEachDatabase() {
        String source = "update esc_t set a = AFTER(:time) where b <= NOW and c IN(:list) and d = :fence::bigint";

        Sql postgres = Sql.of(source, JdbcDialect.POSTGRESQL, new TableNames("s", "esc_"));
        Sql sqlite = Sql.of("select NOW where c IN(:list) and x = :x", JdbcDialect.SQLITE, TableNames.DEFAULT);

        assertEquals(
                "update s.esc_t set a = (statement_timestamp() + ? * interval '1 microsecond')"
                        + " where b <= statement_timestamp() and c = any(?) and d = ?::bigint",
                postgres.text());
        assertEquals(List.of("time", "list", "fence"), postgres.parameters());
        assertEquals(
                "select ? where c in (?, ?) and x = ?",
                sqlite.expanded(Args.of("now", 1).and("list", List.of("a", "b")).and("x", "y")));
    }
}
