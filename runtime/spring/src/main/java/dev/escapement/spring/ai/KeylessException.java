package dev.escapement.spring.ai;

import dev.escapement.model.spi.ProviderText;
import org.jspecify.annotations.Nullable;

/** A copy of an exception whose message contains the form of a key. Logs print the messages of all causes. */
final class KeylessException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 50; // causes can form a cycle

    private KeylessException(Throwable original, @Nullable Throwable cause) {
        super(ProviderText.withoutKeys(original.toString()), cause);
        setStackTrace(original.getStackTrace());
    }

    /** Returns an exception if its messages and those of its causes are free of keys, otherwise a copy without keys. */
    static Throwable of(Throwable fault) {
        return isClean(fault, MAX_DEPTH) ? fault : copy(fault, MAX_DEPTH);
    }

    private static boolean isClean(@Nullable Throwable fault, int depth) {
        if (fault == null || depth == 0) {
            return true;
        }
        String text = fault.toString();
        return ProviderText.withoutKeys(text).equals(text) && isClean(fault.getCause(), depth - 1);
    }

    private static KeylessException copy(Throwable fault, int depth) {
        Throwable cause = fault.getCause();
        return new KeylessException(fault, cause == null || depth == 0 ? null : copy(cause, depth - 1));
    }
}
