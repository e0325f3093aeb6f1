package dev.escapement.content;

/** The store that is used where no store is configured. Always empty. */
enum NoContentStore implements ContentStore {
    INSTANCE;

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        throw new ContentException("No content store is configured. Set one on the runner before storing files.", null);
    }

    @Override
    public boolean contains(Content.File file) {
        return false;
    }

    @Override
    public byte[] read(Content.File file) {
        throw new ContentException(
                "No content store is configured, so the file " + file.sha256()
                        + " cannot be read. Set the store on the runner.",
                null);
    }
}
