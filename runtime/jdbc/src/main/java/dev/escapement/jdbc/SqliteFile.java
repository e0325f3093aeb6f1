package dev.escapement.jdbc;

import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** The file of an SQLite database. */
final class SqliteFile {

    /** File systems on which the shared memory of SQLite's log does not work. */
    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "9p",
            "afs",
            "ceph",
            "glusterfs",
            "lustre",
            "webdav");

    private static final String FUSE = "fuse.";

    private SqliteFile() {}

    /** Returns a data source for a file, which is created if it does not exist. Only the owner can access a new file. */
    static DataSource source(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
                requireLocal(file, Files.getFileStore(folder).type());
            }
            create(absolute);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot open " + file + ". Use a path in a folder in which this process can create files.",
                    null,
                    Files.isWritable(absolute) ? Reason.OTHER : Reason.READ_ONLY,
                    e);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + absolute);
        return source;
    }

    /** Rejects the type of a file system that does not support the database. */
    static void requireLocal(Path file, String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (NETWORK.contains(name) || name.startsWith(FUSE)) {
            throw new StoreException(
                    file + " is on the file system " + type
                            + ", which does not support the shared memory of SQLite. Use a"
                            + " local file system, or PostgreSQL.",
                    null,
                    Reason.OTHER,
                    null);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            // The permissions of an existing file do not change.
        }
    }
}
