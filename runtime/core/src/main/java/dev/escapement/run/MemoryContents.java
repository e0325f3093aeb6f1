package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The files of {@link InMemoryThreadStore}, each in a store of its own so that it can be removed. */
final class MemoryContents implements ContentStore {

    /** A content and the time at which it was last put or found by {@link #contains}. */
    private record StoredContent(ContentStore store, Instant putAt) {}

    private final Map<String, StoredContent> contents = new ConcurrentHashMap<>();
    private final InstantSource clock;

    MemoryContents(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        ContentStore store = ContentStore.inMemory();
        Content.File file = store.put(mediaType, name, bytes);
        Instant now = clock.instant();
        contents.merge(
                file.sha256(),
                new StoredContent(store, now),
                (stored, added) -> new StoredContent(stored.store(), now));
        return file;
    }

    @Override
    public boolean contains(Content.File file) {
        Instant now = clock.instant();
        StoredContent content =
                contents.computeIfPresent(file.sha256(), (sha256, stored) -> new StoredContent(stored.store(), now));
        return content != null && content.store().contains(file);
    }

    @Override
    public byte[] read(Content.File file) {
        return find(file).read(file);
    }

    /** Returns the store of a file; an empty one if it is unknown. */
    private ContentStore find(Content.File file) {
        StoredContent content = contents.get(file.sha256());
        return content == null ? ContentStore.inMemory() : content.store();
    }

    /** Returns the hashes of the contents that were last put or found before a time. */
    Set<String> putBefore(Instant time) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue().putAt().isBefore(time))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Removes a content unless it was put or found again. Returns whether it was removed. */
    boolean removeIfPutBefore(String sha256, Instant time) {
        StoredContent content = contents.get(sha256);
        return content != null && content.putAt().isBefore(time) && contents.remove(sha256, content);
    }
}
