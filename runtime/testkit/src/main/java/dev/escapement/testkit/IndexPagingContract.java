package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of the order and the pages of {@link dev.escapement.run.ThreadIndex#threads}. */
public abstract class IndexPagingContract extends IndexContract {

    /** Times, and code points of ids. */
    private static final Comparator<ThreadEntry> ORDER = Comparator.comparing(ThreadEntry::since)
            .thenComparing(entry -> entry.id().codePoints().toArray(), Arrays::compare);

    /** Ids whose order by UTF-16 code units differs from that by code points. */
    private static final List<String> IDS = List.of("B", "a", "Z", "b", "10", "9", "ä", "😀", "\uffee", "A", "c");

    /** Creates the tests. */
    protected IndexPagingContract() {}

    // Order

    @Test
    void newestPhaseComesFirst() throws Exception {
        startAtIntervals("t1", "t2", "t3");

        assertEquals(List.of("t3", "t2", "t1"), ids(ThreadQuery.all()), "the newest thread must come first");
        assertEquals(
                List.of("t1", "t2", "t3"), ids(ThreadQuery.all().fromOldest()), "the oldest thread must come first");
    }

    @Test
    void changeOfPhaseMovesThread() throws Exception {
        startAtIntervals("t1", "t2", "t3");
        store().append(Append.of("t1", 1, message("a")).with(Standing.of(Phase.WAITING)));

        assertEquals(
                List.of("t1", "t3", "t2"),
                ids(ThreadQuery.all()),
                "a thread must move to the place of the time at which its new phase began");
    }

    @Test
    void appendInSamePhaseKeepsPlace() throws Exception {
        startAtIntervals("t1", "t2", "t3");
        append("t1", 1, message("a"));

        assertEquals(
                List.of("t3", "t2", "t1"),
                ids(ThreadQuery.all()),
                "an append in the same phase must not move a thread");
    }

    @Test
    void idsOrderThreadsOfSameTime() {
        startAll();

        List<ThreadEntry> newest = index().threads(ThreadQuery.all()).entries();
        List<ThreadEntry> oldest =
                index().threads(ThreadQuery.all().fromOldest()).entries();
        assertEquals(
                ids(newest.stream().sorted(ORDER.reversed()).toList()),
                ids(newest),
                "threads must be in descending order of since and the code points of their ids");
        assertEquals(
                ids(oldest.stream().sorted(ORDER).toList()),
                ids(oldest),
                "threads must be in ascending order of since and the code points of their ids");
    }

    // Pages

    @Test
    void pagesContainEachThreadOnce() {
        startAll();

        for (int limit : List.of(1, 2, 5, 11)) {
            for (ThreadQuery query :
                    List.of(ThreadQuery.all(), ThreadQuery.all().fromOldest())) {
                assertEquals(
                        ids(query),
                        pages(query.limit(limit)),
                        () -> "the pages of " + limit + " must have the threads of one large page in the same order");
            }
        }
    }

    @Test
    void pagesOfSeveralPhasesContainEachThreadOnce() throws Exception {
        List<Phase> phases = List.of(Phase.RUNNABLE, Phase.WAITING, Phase.FINISHED, Phase.STOPPED);
        for (int i = 0; i < 12; i++) {
            start("t" + i, Standing.of(phases.get(i % 4)));
            advanceClock();
        }
        ThreadQuery query = ThreadQuery.all().phase(Phase.RUNNABLE).phase(Phase.FINISHED);

        assertEquals(
                List.of("t10", "t8", "t6", "t4", "t2", "t0"),
                pages(query.limit(2)),
                "pages of two phases must be in the common order of both phases");
    }

    @Test
    void lastPageHasNoCursor() {
        startAll();

        assertEquals(
                Optional.empty(),
                index().threads(ThreadQuery.all()).next(),
                "a page with all threads must not have a cursor");
        assertEquals(
                Optional.empty(),
                index().threads(ThreadQuery.all().limit(IDS.size())).next(),
                "a page that ends with the last thread must not have a cursor");
        assertTrue(
                index().threads(ThreadQuery.all().limit(IDS.size() - 1)).next().isPresent(),
                "a page that does not end with the last thread must have a cursor");
        assertEquals(
                Optional.empty(),
                index().threads(ThreadQuery.all().agent("unknown")).next(),
                "an empty page must not have a cursor");
    }

    @Test
    void pageHasAtMostLimit() {
        startAll();

        assertEquals(3, ids(ThreadQuery.all().limit(3)).size(), "a page must have as many threads as its limit");
    }

    @Test
    void pagesAreStableUnderAppends() throws Exception {
        List<String> expected = startAtIntervals(25);
        int appended = 0;

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ThreadIndex.Page<ThreadEntry> page =
                    index().threads(page(ThreadQuery.all().limit(4), cursor));
            page.entries().forEach(entry -> seen.add(entry.id()));
            cursor = page.next();
            appended++;
            for (String id : expected) {
                append(id, appended, message("a"));
            }
            advanceClock();
        } while (cursor.isPresent());

        assertEquals(expected, seen, "appends in the same phase must not move threads between pages");
    }

    @Test
    void pagesAreStableUnderStartsAndDeletions() throws Exception {
        List<String> old = startAtIntervals(20);
        Set<String> deleted = new HashSet<>();

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ThreadIndex.Page<ThreadEntry> page =
                    index().threads(page(ThreadQuery.all().limit(4), cursor));
            page.entries().forEach(entry -> seen.add(entry.id()));
            cursor = page.next();
            deleted.add(seen.get(seen.size() - 2)); // an entry of a page that was read
            store().delete(seen.get(seen.size() - 2));
            store().append(Append.of(seen.get(seen.size() - 1), 1, message("a")).with(Standing.of(Phase.STOPPED)));
            start("new" + seen.size());
            start("newer" + seen.size()); // more than were deleted
            advanceClock();
        } while (cursor.isPresent());

        assertEquals(5, deleted.size(), "the number of pages");
        assertEquals(old, seen, "threads that start, end or are deleted meanwhile must not shift the following pages");
    }

    // Cursors

    @Test
    void foreignCursorsAreRefused() {
        startAll();
        start(
                "t1",
                waiting(
                        question("call_1", Standing.Kind.APPROVAL, 1, Optional.empty()),
                        question("call_2", Standing.Kind.APPROVAL, 2, Optional.empty())));
        String cursor = index().threads(ThreadQuery.all().limit(2)).next().orElseThrow();
        String ofQuestions =
                index().questions(QuestionQuery.all().limit(1)).next().orElseThrow();

        for (String foreign : List.of("", "1", "abc", "' or 1=1; --", cursor.substring(1), "\0", ofQuestions)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> index().threads(ThreadQuery.all().after(foreign)),
                    () -> "threads must refuse the cursor " + HostileStrings.printable(foreign));
        }
        for (String foreign : List.of("", "1", "abc", "' or 1=1; --", ofQuestions.substring(1), "\0", cursor)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> index().questions(QuestionQuery.all().after(foreign)),
                    () -> "questions must refuse the cursor " + HostileStrings.printable(foreign));
        }
    }

    @Test
    void cursorWorksInOtherInstance() {
        startAll();
        String cursor = ((ThreadIndex) store())
                .threads(ThreadQuery.all().limit(2))
                .next()
                .orElseThrow();

        assertEquals(
                ids(ThreadQuery.all()).subList(2, IDS.size()),
                ids(ThreadQuery.all().after(cursor)),
                "a cursor must be valid in another instance of the store");
    }

    /** Starts a thread for each id, many of them at the same time of a clock with milliseconds. */
    private void startAll() {
        IDS.forEach(this::start);
    }

    private void startAtIntervals(String... ids) throws Exception {
        for (String id : ids) {
            start(id);
            advanceClock();
        }
    }

    /** Returns the ids of the started threads, the newest first. */
    private List<String> startAtIntervals(int count) throws Exception {
        List<String> ids = IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
        startAtIntervals(ids.toArray(String[]::new));
        List<String> newest = new ArrayList<>(ids);
        Collections.reverse(newest);
        return newest;
    }

    private List<String> pages(ThreadQuery query) {
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ThreadIndex.Page<ThreadEntry> page = index().threads(page(query, cursor));
            ids.addAll(ids(page.entries()));
            cursor = page.next();
            assertTrue(ids.size() <= 10_000, "the pages must end");
        } while (cursor.isPresent());
        return ids;
    }

    private static ThreadQuery page(ThreadQuery query, Optional<String> cursor) {
        return cursor.map(query::after).orElse(query);
    }

    private static List<String> ids(List<ThreadEntry> entries) {
        return entries.stream().map(ThreadEntry::id).toList();
    }
}
