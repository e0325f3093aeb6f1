package dev.escapement.wire;

import dev.escapement.model.spi.ProviderText;

/** What a provider sent is not what its protocol says. The message names the place, what was expected and what was found. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 200;

    private final String path;
    private final String expected;
    private final String found;

    /**
     * Names a fault.
     *
     * @param path where, like {@code $.choices[0].message}
     * @param expected what should be there
     * @param found what is there; shortened
     */
    public MalformedJsonException(String path, String expected, String found) {
        super(path + ": expected " + expected + ", found " + shown(found));
        this.path = path;
        this.expected = expected;
        this.found = found;
    }

    /** The beginning of what is there, in words if there is nothing. */
    static String shown(String found) {
        return found.isEmpty() ? "nothing" : ProviderText.line(found, MAX_LENGTH);
    }

    String path() {
        return path;
    }

    String expected() {
        return expected;
    }

    /** All that is there, for those who have to look for secrets in it before it is cut. */
    String found() {
        return found;
    }
}
