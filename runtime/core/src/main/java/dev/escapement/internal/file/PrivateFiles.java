package dev.escapement.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Files and directories that only their owner can access. On POSIX file systems, new directories have the permissions
 * 0700 and new files 0600, for any umask; on other file systems, the permissions of the parent directory apply.
 * Existing files and directories keep their permissions. Symbolic links in place of a file are not followed.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> WRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    /** The maximum number of bytes for each read, because the JVM keeps a native buffer of this size for each reader. */
    private static final int CHUNK = 1 << 16;

    private PrivateFiles() {}

    /** Creates a directory, whose parent exists. */
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, attributes(directory, DIRECTORY));
        restore(directory, DIRECTORY);
    }

    /**
     * Opens a file for writing and reading, and creates it if it does not exist.
     *
     * @throws SymbolicLinkException if the file is a symbolic link
     */
    public static FileChannel openForWriting(Path file) throws IOException {
        try {
            return open(file, WRITE);
        } catch (NoSuchFileException missing) {
            return create(file);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, NEW, attributes(file, FILE));
            restore(file, FILE);
            return channel;
        } catch (FileAlreadyExistsException createdByAnother) {
            return open(file, WRITE);
        }
    }

    /**
     * Creates an empty file with a unique name.
     *
     * @param directory the directory of the file, which exists
     * @param suffix the end of the name
     * @return the file
     */
    public static Path createTemporary(Path directory, String suffix) throws IOException {
        Path file = Files.createTempFile(directory, "", suffix, attributes(directory, FILE));
        restore(file, FILE);
        return file;
    }

    /**
     * Reads a file from a given offset to its end. Returns an empty array if the file is not longer than the offset.
     *
     * @throws SymbolicLinkException if the file is a symbolic link
     */
    public static byte[] read(Path file, long from) throws IOException {
        return DeferredInterruption.complete(() -> {
            try (FileChannel channel = open(file, READ)) {
                return read(channel, from);
            }
        });
    }

    private static byte[] read(FileChannel channel, long from) throws IOException {
        channel.position(from);
        ByteBuffer text = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - from)));
        while (text.hasRemaining()) {
            text.limit(Math.min(text.capacity(), text.position() + CHUNK));
            boolean ended = channel.read(text) < 0;
            text.limit(text.capacity());
            if (ended) {
                break; // the file has become shorter
            }
        }
        return text.hasRemaining() ? Arrays.copyOf(text.array(), text.position()) : text.array();
    }

    /**
     * Opens a file for reading.
     *
     * @throws SymbolicLinkException if the file is a symbolic link
     */
    public static FileChannel openForReading(Path file) throws IOException {
        return open(file, READ);
    }

    /** Reads a range of a file, which is shorter if the file ends before it. */
    public static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(length);
        while (text.hasRemaining() && channel.read(text, from + text.position()) >= 0) {}
        return Arrays.copyOf(text.array(), text.position());
    }

    /** Writes a text at a given offset. */
    public static void write(FileChannel channel, byte[] text, long offset) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(text);
        while (rest.hasRemaining()) {
            channel.write(rest, offset + rest.position());
        }
    }

    /**
     * Opens a file for reading as a stream.
     *
     * @throws SymbolicLinkException if the file is a symbolic link
     */
    public static InputStream newInputStream(Path file) throws IOException {
        return Channels.newInputStream(open(file, READ));
    }

    private static FileChannel open(Path file, Set<OpenOption> options) throws IOException {
        try {
            return FileChannel.open(file, options);
        } catch (IOException e) {
            if (Files.isSymbolicLink(file)) {
                throw new SymbolicLinkException(file, e);
            }
            throw e;
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Adds the permissions that a umask has removed from a new file or directory. */
    private static void restore(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPosix(path)
                && !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                        .containsAll(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
