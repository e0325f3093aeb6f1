package dev.escapement.content;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.internal.file.PrivateFiles;
import dev.escapement.internal.file.SymbolicLinkException;
import dev.escapement.internal.hash.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store that keeps each content in a separate file in a directory. Safe for concurrent use, also by several processes.
 *
 * <pre>{@code
 * ContentStore contents = FileContentStore.in(Path.of("contents"));
 * Runner runner = Runner.of(loop).model(model).store(store).contents(contents).build();
 * }</pre>
 *
 * <p>The name of a file is the SHA-256 hash of its content, whose first two digits are the name of a subdirectory:
 * {@code ab/cdef…}. The files can be copied at any time. A file is written under a temporary name, forced to the disk and
 * then renamed, so that a file with its final name is complete; {@link #put} returns after that. Temporary files that
 * remain after a crash are ignored and, after an hour, removed when a store is created. A content whose removal a crash
 * interrupted is then restored. {@link #read} checks the size and
 * the hash of the content. {@link #put} replaces a file whose content is damaged.
 *
 * <p>On POSIX file systems, only the owner can access the files: the store creates files with the permissions 0600 and
 * directories with 0700, for any umask. The directory may be a symbolic link; symbolic links in it are not followed.
 *
 * <p>All methods throw {@link ContentException} if the directory or a file cannot be read or written.
 */
public final class FileContentStore implements ContentStore {

    /** The default maximum size of a content: 64 MiB. */
    public static final int MAX_SIZE = 64 * 1024 * 1024;

    private static final int PREFIX = 2;
    private static final String TEMPORARY = ".tmp";
    private static final String HASH = "[0-9a-f]{64}";
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final Path directory;
    private final int maxSize;

    private FileContentStore(Path directory, int maxSize) {
        this.directory = directory;
        this.maxSize = maxSize;
    }

    /**
     * Returns a store that keeps contents of up to {@link #MAX_SIZE} bytes in a directory.
     *
     * @param directory the directory; created if it does not exist; intended for the files of the store only
     * @return the store, which does not require closing
     * @throws ContentException if the directory does not exist and cannot be created
     */
    public static FileContentStore in(Path directory) {
        return in(directory, MAX_SIZE);
    }

    /**
     * Returns a store that keeps contents of up to a given size in a directory. The size limits {@link #put} only.
     *
     * @param directory the directory; created if it does not exist; intended for the files of the store only
     * @param maxSize the maximum number of bytes of a content, 1 or more
     * @return the store, which does not require closing
     * @throws ContentException if the directory does not exist and cannot be created
     */
    public static FileContentStore in(Path directory, int maxSize) {
        Objects.requireNonNull(directory, "directory");
        if (maxSize < 1) {
            throw new IllegalArgumentException("maxSize must be 1 or more, not " + maxSize);
        }
        try {
            DurableDirectory.create(directory.toAbsolutePath());
            FileContentStore store = new FileContentStore(directory.toRealPath(), maxSize);
            store.restoreContents();
            store.removeTemporaryFiles();
            return store;
        } catch (IOException e) {
            throw new ContentException("The directory " + directory + " of the content store cannot be opened.", e);
        }
    }

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        EmptyContent.reject(name, bytes);
        if (bytes.length > maxSize) {
            throw new ContentException(
                    "The content has " + bytes.length + " bytes; the store accepts at most " + maxSize
                            + ". Reduce the content, or set a higher limit with FileContentStore.in(directory, maxSize).",
                    null);
        }
        byte[] copy = bytes.clone();
        Content.File file = new Content.File(mediaType, name, Sha256.hex(copy), copy.length);
        try {
            if (!isStored(file, copy) || !touch(path(file))) {
                write(path(file), copy);
            }
            return file;
        } catch (IOException e) {
            throw new ContentException(
                    "The store in " + directory + " cannot store " + ContentException.described(file) + ".", e);
        }
    }

    @Override
    public boolean contains(Content.File file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path(file), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // The time postpones the collection of a content that an event is going to use again.
            return attributes.isRegularFile() && attributes.size() == file.size() && touch(path(file));
        } catch (NoSuchFileException | NotDirectoryException | SymbolicLinkException absent) {
            return false;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public byte[] read(Content.File file) {
        byte[] bytes;
        try {
            Path path = path(file);
            long size = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
            if (size != file.size() && !Files.isSymbolicLink(path)) {
                throw ContentException.otherSize(file, size);
            }
            bytes = PrivateFiles.read(path, 0);
        } catch (NoSuchFileException absent) {
            throw ContentException.unknown(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (bytes.length != file.size()) {
            throw ContentException.otherSize(file, bytes.length);
        } else if (!Sha256.hex(bytes).equals(file.sha256())) {
            throw ContentException.otherHash(file);
        }
        return bytes;
    }

    private ContentException unreadable(Content.File file, IOException cause) {
        return new ContentException(
                "The store in " + directory + " cannot read " + ContentException.described(file) + ".", cause);
    }

    /**
     * Returns the hashes of the contents that were last {@linkplain #put put}, or found by {@link #contains}, before a
     * time.
     *
     * @param time the time, compared with the times of the files
     * @return the SHA-256 hashes in lower-case hexadecimal digits
     * @throws ContentException if the directory cannot be read
     */
    public Set<String> putBefore(Instant time) {
        Set<String> hashes = new TreeSet<>();
        try (DirectoryStream<Path> subdirectories = Files.newDirectoryStream(directory, "[0-9a-f][0-9a-f]")) {
            for (Path subdirectory : subdirectories) {
                if (Files.isDirectory(subdirectory, LinkOption.NOFOLLOW_LINKS)) {
                    addPutBefore(time, subdirectory, hashes);
                }
            }
            return hashes;
        } catch (IOException | DirectoryIteratorException e) {
            throw new ContentException("The store in " + directory + " cannot list its contents.", e);
        }
    }

    private static void addPutBefore(Instant time, Path subdirectory, Set<String> hashes) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(subdirectory)) {
            for (Path file : files) {
                String hash = subdirectory.getFileName() + file.getFileName().toString();
                if (hash.matches(HASH) && isOlder(file, time)) {
                    hashes.add(hash);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(time);
        } catch (NoSuchFileException removedByAnother) {
            return false;
        }
    }

    /**
     * Removes a content, unless it was put, or found by {@link #contains}, since a time.
     *
     * @param sha256 the hash of the content
     * @param time the time, compared with the time of the file
     * @return whether the content was removed
     * @throws ContentException if the file cannot be removed
     */
    public boolean removeIfPutBefore(String sha256, Instant time) {
        Path file = directory.resolve(sha256.substring(0, PREFIX)).resolve(sha256.substring(PREFIX));
        Path moved = directory.resolve(sha256 + TEMPORARY);
        try {
            if (!isOlder(file, time)) {
                return false;
            }
            // After the move, a concurrent put stores the content again; before it, the time of the file changes.
            Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
            if (isOlder(moved, time)) {
                Files.deleteIfExists(moved);
                return true;
            }
            Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
            return false;
        } catch (NoSuchFileException absent) {
            return false;
        } catch (IOException e) {
            throw new ContentException("The store in " + directory + " cannot remove the content " + sha256 + ".", e);
        }
    }

    /** Sets the time of a file to the current one. Returns false if the file was removed. */
    private static boolean touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException removedByCollector) {
            return false;
        } catch (FileSystemException notPermitted) {
            return true; // a store that cannot be written returns the reference to a content that it has
        }
    }

    /** Returns whether a file exists and has its content. */
    private boolean isStored(Content.File file, byte[] bytes) throws IOException {
        return contains(file) && Arrays.equals(PrivateFiles.read(path(file), 0), bytes);
    }

    /**
     * Returns the path of a file.
     *
     * @throws SymbolicLinkException if its subdirectory is a symbolic link
     */
    private Path path(Content.File file) throws IOException {
        Path subdirectory = directory.resolve(file.sha256().substring(0, PREFIX));
        if (Files.isSymbolicLink(subdirectory)) {
            throw new SymbolicLinkException(subdirectory);
        }
        return subdirectory.resolve(file.sha256().substring(PREFIX));
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path subdirectory = Objects.requireNonNull(file.getParent());
        DurableDirectory.create(subdirectory);
        Path written = DeferredInterruption.complete(() -> {
            Path temporary = PrivateFiles.createTemporary(directory, TEMPORARY);
            try {
                try (FileChannel channel = PrivateFiles.openForWriting(temporary)) {
                    PrivateFiles.write(channel, bytes, 0);
                    channel.force(true);
                }
                return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        });
        DurableDirectory.sync(Objects.requireNonNull(written.getParent()));
    }

    /** Restores the contents whose removal a crash interrupted, since another event may use them again. */
    private void restoreContents() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String hash = name.substring(0, name.length() - TEMPORARY.length());
                if (hash.matches(HASH)) {
                    restore(file, hash);
                }
            }
        }
    }

    private void restore(Path moved, String sha256) throws IOException {
        Path file = directory.resolve(sha256.substring(0, PREFIX)).resolve(sha256.substring(PREFIX));
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException removedByCollector) {
            // A running collector moved the file, and has removed it.
        } catch (FileSystemException notPermitted) {
            // A store in a directory that cannot be written is only read.
        }
    }

    /** Removes the temporary files that a crash left behind. Other processes may still write younger ones. */
    private void removeTemporaryFiles() throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(MAX_AGE));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
            for (Path file : files) {
                removeIfOlder(file, oldest);
            }
        }
    }

    private static void removeIfOlder(Path file, FileTime oldest) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException removedByAnother) {
            // Another store removed or renamed the file.
        }
    }
}
