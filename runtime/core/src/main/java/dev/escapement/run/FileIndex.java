package dev.escapement.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of the threads in a directory. It examines all files, and reads the beginning and the end of those that have
 * changed since it read them last. Threads whose file is damaged, cannot be read or was written by a later release are not
 * in the index. Reads without locks. Safe for concurrent use.
 */
final class FileIndex {

    private final StoreDirectory directory;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    FileIndex(StoreDirectory directory) {
        this.directory = directory;
    }

    /** Returns the entries of all threads, in no particular order. */
    List<FileEntry> entries() throws IOException {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.path())) {
            for (Path file : files) {
                names.add(file.getFileName().toString());
            }
        }
        List<FileEntry> entries = new ArrayList<>();
        for (String name : names) {
            if (ThreadFileName.isOne(name)) {
                entry(name, names.contains(ThreadFileName.ofLease(name))).ifPresent(entries::add);
            }
        }
        cache.keySet().retainAll(names);
        return entries;
    }

    /** Returns the entry of a thread; empty if it is not in the index. */
    Optional<FileEntry> entry(String id) throws IOException {
        return entry(ThreadFileName.of(id), true);
    }

    private Optional<FileEntry> entry(String name, boolean mayHaveLease) throws IOException {
        Path file = directory.path().resolve(name);
        Path lease = directory.path().resolve(ThreadFileName.ofLease(name));
        try {
            FileVersion version = FileVersion.of(file);
            if (version == null) {
                return Optional.empty();
            }
            Cached cached = cache.get(name);
            if (cached == null || !version.equals(cached.version)) {
                cached = new Cached(version, ends(file, name), null, null);
            }
            FileVersion ofLease = mayHaveLease ? FileVersion.of(lease) : null;
            if (ofLease == null) {
                cached = new Cached(version, cached.ends, null, null);
            } else if (!ofLease.equals(cached.ofLease)) {
                cached = new Cached(version, cached.ends, ofLease, LeaseFile.read(lease));
            }
            cache.put(name, cached);
            LeaseState state = cached.state;
            return cached.ends.map(ends -> FileEntry.of(ends, state));
        } catch (FileSystemException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the ends of a file; empty if it is not the file of a thread that this release can read. */
    private static Optional<ThreadFileEnds> ends(Path file, String name) throws IOException {
        try {
            return ThreadFileEnds.read(file)
                    .filter(ends -> ThreadFileName.of(ends.header().thread()).equals(name));
        } catch (CorruptThreadException | NewerThreadException unknown) {
            return Optional.empty();
        }
    }

    /** The content of the files of a thread, with their versions. */
    private record Cached(
            FileVersion version,
            Optional<ThreadFileEnds> ends,
            @Nullable FileVersion ofLease,
            @Nullable LeaseState state) {}
}
