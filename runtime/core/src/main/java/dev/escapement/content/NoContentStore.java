package dev.escapement.content;

/** The store that is used where no store is configured. Always empty. */
enum NoContentStore implements ContentStore {
    INSTANCE;

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        throw new ContentException(
                "ContentStore.none() does not accept files. Use FileContentStore.in(directory) or"
                        + " ContentStore.inMemory(), and pass the same store to Runner.Builder.contents(store).",
                null);
    }

    @Override
    public boolean contains(Content.File file) {
        return false;
    }

    @Override
    public byte[] read(Content.File file) {
        throw new ContentException(
                "No content store is configured, so " + ContentException.described(file)
                        + " cannot be read. Set it with Runner.Builder.contents(store).",
                null);
    }
}
