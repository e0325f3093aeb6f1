package dev.escapement.jdbc;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import dev.escapement.run.StoreException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A store that keeps the bytes of files in the database of a {@link JdbcThreadStore}, in chunks of 1 MiB and each content
 * once. Safe for concurrent use.
 *
 * <pre>{@code
 * JdbcThreadStore store = JdbcThreadStore.sqlite(Path.of("agents.db"));
 * Runner runner = Runner.of(loop).model(model).store(store).contents(store.contents()).build();
 * }</pre>
 *
 * <p>An append records the contents that its events use. {@link JdbcThreadStore#collectContents} deletes contents that no
 * thread uses. A content is shared by all threads of the store, so that its existence can be detected by those who know its bytes.
 */
public final class JdbcContentStore implements ContentStore {

    private static final int CHUNK = 1024 * 1024;

    private final Operations operations;
    private final ContentRows rows;

    JdbcContentStore(Operations operations, ContentRows rows) {
        this.operations = operations;
        this.rows = rows;
    }

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The file " + Objects.requireNonNull(name, "name")
                    + " is empty, and providers reject empty files. Store a file with content.");
        }
        byte[] copy = bytes.clone();
        Content.File file = new Content.File(mediaType, name, EventSums.hash(copy), copy.length);
        String hash = file.sha256();
        return storing("store", file, () -> {
            boolean stored =
                    operations.write("store a file", null, session -> rows.announce(session, hash, copy.length));
            if (!stored
                    || readChunks(file)
                            .filter(found -> Arrays.equals(found, copy))
                            .isEmpty()) {
                for (int n = 0; n * (long) CHUNK < copy.length; n++) {
                    int number = n;
                    byte[] chunk = Arrays.copyOfRange(copy, n * CHUNK, (int) Math.min(copy.length, (n + 1L) * CHUNK));
                    operations.write("store a file", null, session -> {
                        rows.storeChunk(session, hash, number, chunk);
                        return true;
                    });
                }
                operations.write("store a file", null, session -> {
                    rows.complete(session, hash);
                    return true;
                });
            }
            return file;
        });
    }

    @Override
    public boolean contains(Content.File file) {
        return storing("read", file, () -> {
            OptionalLong size = size(file);
            return size.isPresent() && size.getAsLong() == file.size();
        });
    }

    private OptionalLong size(Content.File file) {
        return operations.read("read a file", null, session -> rows.size(session, file.sha256()));
    }

    @Override
    public byte[] read(Content.File file) {
        return storing("read", file, () -> {
            OptionalLong size = size(file);
            if (size.isEmpty()) {
                throw new ContentException(
                        "The content store does not contain " + described(file) + ". Store the file before it is used.",
                        null);
            } else if (size.getAsLong() != file.size()) {
                throw new ContentException(
                        "The stored content of " + described(file) + " has " + size.getAsLong() + " bytes instead of "
                                + file.size() + ". Use the reference that put returned.",
                        null);
            }
            return readChunks(file)
                    .filter(bytes -> EventSums.hash(bytes).equals(file.sha256()))
                    .orElseThrow(() -> new ContentException(
                            "The stored content of " + described(file)
                                    + " has another hash, because it was changed. Restore it from a backup, or store it"
                                    + " again.",
                            null));
        });
    }

    private Optional<byte[]> readChunks(Content.File file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(file.size(), Integer.MAX_VALUE - 8));
        for (int n = 0; n * (long) CHUNK < file.size(); n++) {
            int number = n;
            Optional<byte[]> chunk =
                    operations.read("read a file", null, session -> rows.chunk(session, file.sha256(), number));
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            bytes.writeBytes(chunk.get());
        }
        return Optional.of(bytes.toByteArray());
    }

    /** Deletes unused contents of a given age. */
    int collect(Duration age) {
        int total = 0;
        for (int count = 1; count > 0; total += count) {
            count = operations.transaction("collect unused files", null, session -> rows.collect(session, age));
        }
        return total;
    }

    private static <T> T storing(String verb, Content.File file, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (StoreException e) {
            throw new ContentException("The store cannot " + verb + " " + described(file) + ". " + e.getMessage(), e);
        }
    }

    private static String described(Content.File file) {
        return "the file " + (file.name().isBlank() ? "" : file.name() + " ") + "with the hash " + file.sha256();
    }
}
