package dev.escapement.testkit;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadQuery;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores with a fault in their index. */
final class IndexFaults {

    private IndexFaults() {}

    /** Returns all entries, without the filter for labels and without pages. */
    private static List<DelegatingStore.ThreadEntry> all(InMemoryThreadStore store, ThreadQuery query) {
        ThreadQuery large = query.oldestFirst() ? ThreadQuery.all().fromOldest() : ThreadQuery.all();
        for (var phase : query.phases()) {
            large = large.phase(phase);
        }
        return store.threads(large.limit(ThreadQuery.MAX_LIMIT)).entries();
    }

    /** Ignores labels. */
    static final class LabelsIgnored extends DelegatingStore {
        LabelsIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            ThreadQuery all = query.oldestFirst() ? ThreadQuery.all().fromOldest() : ThreadQuery.all();
            for (var phase : query.phases()) {
                all = all.phase(phase);
            }
            for (String agent : query.agents()) {
                all = all.agent(agent);
            }
            ThreadQuery page = query.after().map(all::after).orElse(all);
            ThreadQuery before = query.sinceBefore().map(page::sinceBefore).orElse(page);
            return correct.threads(before.limit(query.limit()));
        }
    }

    /** Orders threads by the time of their last append. */
    static final class SinceChanges extends DelegatingStore {
        SinceChanges(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            Comparator<ThreadEntry> order =
                    Comparator.comparing(ThreadEntry::updatedAt).thenComparing(ThreadEntry::id);
            List<ThreadEntry> entries = all(correct, query).stream()
                    .filter(entry -> query.after().isEmpty() || isAfter(entry, query))
                    .sorted(query.oldestFirst() ? order : order.reversed())
                    .map(SinceChanges::changed)
                    .toList();
            return entries.size() <= query.limit()
                    ? new Page<>(entries, Optional.empty())
                    : new Page<>(
                            entries.subList(0, query.limit()),
                            Optional.of(
                                    entries.get(query.limit() - 1).updatedAt().toString()));
        }

        private static boolean isAfter(ThreadEntry entry, ThreadQuery query) {
            int order = entry.updatedAt().toString().compareTo(query.after().orElseThrow());
            return query.oldestFirst() ? order > 0 : order < 0;
        }

        @Override
        public Optional<ThreadEntry> entry(String id) {
            return correct.entry(id).map(SinceChanges::changed);
        }

        private static ThreadEntry changed(ThreadEntry entry) {
            return new ThreadEntry(
                    entry.id(),
                    entry.agent(),
                    entry.size(),
                    entry.standing(),
                    entry.updatedAt(),
                    entry.updatedAt(),
                    entry.attempts(),
                    entry.parked(),
                    entry.labels(),
                    entry.erased());
        }
    }

    /** Uses the number of entries of earlier pages as cursor. */
    static final class OffsetCursor extends DelegatingStore {
        OffsetCursor(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            int from = query.after().map(Integer::parseInt).orElse(0);
            List<ThreadEntry> entries = all(correct, query);
            int to = Math.min(entries.size(), from + query.limit());
            return new Page<>(
                    entries.subList(Math.min(from, to), to),
                    to < entries.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
        }
    }

    /** Orders ids by UTF-16 code units. */
    static final class Utf16Order extends DelegatingStore {
        Utf16Order(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            Comparator<ThreadEntry> order =
                    Comparator.comparing(ThreadEntry::since).thenComparing(ThreadEntry::id);
            Page<ThreadEntry> page = correct.threads(query);
            return new Page<>(
                    page.entries().stream()
                            .sorted(query.oldestFirst() ? order : order.reversed())
                            .toList(),
                    page.next());
        }
    }

    /** Begins again with the first page at an invalid cursor. */
    static final class CursorNotValidated extends DelegatingStore {
        CursorNotValidated(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            try {
                return correct.threads(query);
            } catch (IllegalArgumentException invalid) {
                return correct.threads(ThreadQuery.all());
            }
        }
    }

    /** Returns a cursor with each page. */
    static final class CursorOnLastPage extends DelegatingStore {
        CursorOnLastPage(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<ThreadEntry> threads(ThreadQuery query) {
            Page<ThreadEntry> page = correct.threads(query);
            return page.entries().size() < query.limit() ? page : new Page<>(page.entries(), Optional.of("next"));
        }
    }

    /** Counts without a bound. */
    static final class UnboundedCount extends DelegatingStore {
        UnboundedCount(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public int count(ThreadQuery query, int bound) {
            return correct.count(query, Integer.MAX_VALUE);
        }
    }

    /** Returns questions of all kinds. */
    static final class KindsIgnored extends DelegatingStore {
        KindsIgnored(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Page<QuestionEntry> questions(QuestionQuery query) {
            return correct.questions(
                    new QuestionQuery(Set.of(), query.agents(), query.labels(), query.after(), query.limit()));
        }
    }
}
