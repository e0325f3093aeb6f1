package dev.escapement.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if a symbolic link is in place of a file of the store. */
final class SymbolicLinkException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception for a link that the operating system refused to follow. */
    SymbolicLinkException(Path link, IOException cause) {
        this(link);
        initCause(cause);
    }

    /** Creates an exception for a link that was found before it was opened. */
    SymbolicLinkException(Path link) {
        super(link.toString(), null, RunMessages.SYMBOLIC_LINK);
    }
}
