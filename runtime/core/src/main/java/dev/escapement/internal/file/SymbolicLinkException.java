package dev.escapement.internal.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if a symbolic link is in place of a file of the store. */
public final class SymbolicLinkException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /** The reason in the message of the exception. */
    public static final String REASON = "symbolic link";

    /** Creates an exception for a link that the operating system refused to follow. */
    public SymbolicLinkException(Path link, IOException cause) {
        this(link);
        initCause(cause);
    }

    /** Creates an exception for a link that was found before it was opened. */
    public SymbolicLinkException(Path link) {
        super(link.toString(), null, REASON);
    }
}
