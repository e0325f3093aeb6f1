package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Standing;
import dev.escapement.server.body.EventPageBody;
import dev.escapement.server.body.EventPageBodyCodec;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.body.ThreadCountBody;
import dev.escapement.server.body.ThreadCountBodyCodec;
import dev.escapement.server.body.ThreadEntryBody;
import dev.escapement.server.body.ThreadPageBody;
import dev.escapement.server.body.ThreadPageBodyCodec;
import dev.escapement.server.threads.ReleaseDesk.HttpAnswer;
import dev.escapement.server.threads.ReleaseDesk.Storage;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link ThreadRoutes}. */
class ThreadRoutesTest {

    private static ThreadPageBody page(ReleaseDesk desk, String person, String query) {
        return desk.get(person, "/api/threads" + query).body(200, ThreadPageBodyCodec.INSTANCE);
    }

    private static List<String> ids(ThreadPageBody page) {
        return page.threads().stream().map(ThreadEntryBody::id).toList();
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void pagesContainEachThreadOnce(Storage storage, @TempDir Path directory) {
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            for (int i = 0; i < 5; i++) {
                desk.runner.enqueue("t" + i, Start.of("Ship"));
            }
            List<String> ids = new ArrayList<>();
            Optional<String> next = Optional.of("");
            for (int pages = 0; next.isPresent() && pages < 5; pages++) {
                String after = next.get().isEmpty() ? "" : "&after=" + next.get();
                ThreadPageBody page = page(desk, "reader", "?order=oldest&limit=2" + after);
                ids.addAll(ids(page));
                next = page.next();
            }

            assertEquals(5, ids.size());
            assertEquals(Set.of("t0", "t1", "t2", "t3", "t4"), Set.copyOf(ids));
        }
    }

    @Test
    void timesOutsideTheRangeOfDatabasesAreRefused() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            for (String time : new String[] {"-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z"}) {
                desk.get("alice", "/api/threads?since-before=" + time).problem(400);
            }
        }
    }

    @Test
    void filtersSelectThreads() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.waitingForApproval("waiting");
            desk.finished("finished");
            desk.runner.enqueue("labelled", Start.of("Ship").label("case", "a:b"));

            assertEquals(List.of("waiting"), ids(page(desk, "reader", "?phase=WAITING")));
            assertEquals(List.of("finished"), ids(page(desk, "reader", "?phase=FINISHED&phase=STOPPED")));
            assertEquals(List.of("labelled"), ids(page(desk, "reader", "?label=case:a%3Ab")));
            assertEquals(List.of(), ids(page(desk, "reader", "?agent=acme.Other")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phase=waiting",
                "label=tenant",
                "since-before=yesterday",
                "order=random",
                "limit=0",
                "limit=1001",
                "after=nonsense",
                "label=a:b&label=a:c"
            })
    void invalidParametersAreRefused(String query) {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            assertEquals(400, desk.get("reader", "/api/threads?" + query).status());
        }
    }

    @Test
    void labelsOfTheIdentityRestrictLists() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.runner.enqueue("theirs", Start.of("Ship").label("tenant", "other"));
            desk.runner.enqueue("ours", Start.of("Ship").label("tenant", "acme"));

            assertEquals(List.of("ours"), ids(page(desk, "acme", "")));
            assertEquals(List.of(), ids(page(desk, "acme", "?label=tenant:other")));
            assertEquals(404, desk.get("acme", "/api/threads/theirs").status());
            assertEquals(404, desk.get("acme", "/api/threads/theirs/events").status());
        }
    }

    @Test
    void countStopsAtTheBound() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.runner.enqueue("t1", Start.of("Ship"));
            desk.runner.enqueue("t2", Start.of("Ship"));

            assertEquals(
                    new ThreadCountBody(1, 1, true),
                    desk.get("reader", "/api/threads/count?bound=1").body(200, ThreadCountBodyCodec.INSTANCE));
            assertEquals(
                    new ThreadCountBody(2, 10_000, false),
                    desk.get("reader", "/api/threads/count?phase=RUNNABLE").body(200, ThreadCountBodyCodec.INSTANCE));
        }
    }

    @Test
    void finishedThreadHasItsResult() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.finished("t1");

            ThreadBody body = desk.get("reader", "/api/threads/t1").thread();

            assertEquals(Standing.Phase.FINISHED, body.phase());
            assertEquals("\"Shipped\"", body.result().orElseThrow().json());
            assertEquals(List.of("acme.ReleaseBot"), body.path());
            assertEquals(1, body.usage().modelCalls());
        }
    }

    @Test
    void currentEntityTagIsNotModified() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            int size = desk.waitingForApproval("t1").events().size();
            String tag = desk.get("reader", "/api/threads/t1").header("ETag").orElseThrow();

            HttpAnswer same = desk.get("reader", "/api/threads/t1", "If-None-Match", tag);
            HttpAnswer old = desk.get("reader", "/api/threads/t1", "If-None-Match", "\"1\"");

            assertEquals('"' + Integer.toString(size) + '"', tag);
            assertEquals(List.of(304, 200), List.of(same.status(), old.status()));
            assertEquals("", same.body());
        }
    }

    @Test
    void runnableThreadIsAlwaysSent() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.runner.enqueue("t1", Start.of("Ship"));
            String tag = desk.get("reader", "/api/threads/t1").header("ETag").orElseThrow();

            assertEquals("W/\"1\"", tag);
            assertEquals(
                    200,
                    desk.get("reader", "/api/threads/t1", "If-None-Match", tag).status());
        }
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void rangesContainAllEvents(Storage storage, @TempDir Path directory) {
        try (ReleaseDesk desk = ReleaseDesk.of(storage, directory)) {
            List<Event> stored = desk.waitingForApproval("t1").events();
            List<String> read = new ArrayList<>();
            OptionalInt next = OptionalInt.of(0);
            while (next.isPresent() && read.size() < 100) {
                EventPageBody page = desk.get("reader", "/api/threads/t1/events?limit=2&from=" + next.getAsInt())
                        .body(200, EventPageBodyCodec.INSTANCE);
                assertEquals(stored.size(), page.size());
                assertEquals(next.getAsInt(), page.events().get(0).position());
                page.events().forEach(entry -> read.add(entry.event().json()));
                next = page.next();
            }

            assertEquals(stored.stream().map(Event.CODEC::encode).toList(), read);
        }
    }

    @Test
    void rangeAfterTheEndIsEmpty() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.runner.enqueue("t1", Start.of("Ship"));

            assertEquals(
                    new EventPageBody(List.of(), 1, OptionalInt.empty()),
                    desk.get("reader", "/api/threads/t1/events?from=7").body(200, EventPageBodyCodec.INSTANCE));
        }
    }

    @Test
    void unknownAndErasedThreadsDiffer() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            desk.finished("t1");
            desk.store.erase("t1");

            assertEquals(404, desk.get("reader", "/api/threads/missing").status());
            assertEquals(410, desk.get("reader", "/api/threads/t1").status());
            assertEquals(410, desk.get("reader", "/api/threads/t1/events").status());
            assertTrue(page(desk, "reader", "").threads().get(0).erased());
        }
    }
}
