package dev.escapement.run;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The properties that differ between versions of a file.
 *
 * @param key the identity of the file; null if the file system does not have identities
 * @param size the length in bytes
 * @param modified the time of the last change
 */
record FileVersion(@Nullable Object key, long size, FileTime modified) {

    /** Returns the version of a file, or null if the file does not exist. */
    static @Nullable FileVersion of(Path file) throws IOException {
        BasicFileAttributes attributes = StoreDirectory.attributes(file);
        return attributes == null
                ? null
                : new FileVersion(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }
}
