package dev.escapement.run;

import java.nio.file.Path;

/** Thrown if the file of a thread contains an invalid line. The file is not changed. */
public final class CorruptThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String expected;
    private final String found;

    /**
     * Creates an exception.
     *
     * @param file the file
     * @param line the number of the line, counted from 1
     * @param expected the expected content, for example {@code an event}
     * @param found the actual content, on one line
     */
    public CorruptThreadException(Path file, int line, String expected, String found) {
        super(file + ", line " + line + ": expected " + expected + ", found " + found
                + ". Nothing was changed. Put back a copy of the file from before it was damaged, or mend the line by"
                + " hand, while no process uses the thread; or move the file away, and the thread is given up.");
        this.file = file.toString();
        this.line = line;
        this.expected = expected;
        this.found = found;
    }

    /**
     * Returns the file that contains the line.
     *
     * @return the path of the file
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Returns the number of the line.
     *
     * @return the number, counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the expected content.
     *
     * @return a short description
     */
    public String expected() {
        return expected;
    }

    /**
     * Returns the actual content.
     *
     * @return a text on one line
     */
    public String found() {
        return found;
    }
}
