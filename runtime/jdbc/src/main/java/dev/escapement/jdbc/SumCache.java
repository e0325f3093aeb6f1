package dev.escapement.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The checksums of the last events of the most recently used threads. Safe for concurrent use. */
final class SumCache {

    private static final int MAX_THREADS = 10_000;

    private final Map<String, KnownSum> entries = Collections.synchronizedMap(new CachedSums());

    /** The checksum after a number of events. */
    private record KnownSum(int size, String sum) {}

    /** Returns the checksum after a number of events, if it is known. */
    Optional<String> find(String key, int size) {
        KnownSum entry = entries.get(key);
        return entry != null && entry.size() == size ? Optional.of(entry.sum()) : Optional.empty();
    }

    void put(String key, int size, String sum) {
        entries.put(key, new KnownSum(size, sum));
    }

    void remove(String key) {
        entries.remove(key);
    }

    /** A map that forgets the least recently used entry. */
    private static final class CachedSums extends LinkedHashMap<String, KnownSum> {

        private static final long serialVersionUID = 1L;

        CachedSums() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KnownSum> eldest) {
            return size() > MAX_THREADS;
        }
    }
}
