package dev.escapement.content;

/**
 * A store of the bytes of files. It keeps each content once, under its SHA-256 hash, and never changes it.
 * Implementations must be safe for concurrent use.
 */
public interface ContentStore {

    /**
     * Returns a store that keeps content in memory.
     *
     * @return an empty store
     */
    static ContentStore inMemory() {
        return new InMemoryContentStore();
    }

    /**
     * Returns a store that is always empty and does not accept content. It is the default where no store is configured.
     *
     * @return the store
     */
    static ContentStore none() {
        return NoContentStore.INSTANCE;
    }

    /**
     * Stores a file. Has no effect other than to return the reference if the content is already stored.
     *
     * @param mediaType the media type, for example {@code image/png}
     * @param name the name of the file for people and models; empty if it has none
     * @param bytes the content, 1 byte or more; not changed afterwards
     * @return the reference to the file
     * @throws IllegalArgumentException if the media type is invalid, or the content is empty because providers reject
     *     empty files
     * @throws ContentException if the content cannot be stored
     */
    Content.File put(String mediaType, String name, byte[] bytes);

    /**
     * Returns whether the store contains a file.
     *
     * @param file the reference
     * @return {@code true} if {@link #read} returns the content, provided that the storage is intact
     * @throws ContentException if the storage fails
     */
    boolean contains(Content.File file);

    /**
     * Returns the bytes of a file.
     *
     * @param file the reference that {@link #put} returned
     * @return a copy of the content
     * @throws ContentException if the store does not contain the content, or if the stored bytes do not have the hash
     *     and the size of the reference
     */
    byte[] read(Content.File file);
}
