package dev.escapement.run;

import java.io.IOException;

/** Thrown within this package if another holder, for example a stopped process, has a lock for longer than permitted. */
final class LockNotFreeException extends IOException {

    private static final long serialVersionUID = 1L;

    LockNotFreeException(String locked) {
        super(FileStoreMessages.lockNotFree(locked));
    }
}
