package dev.escapement.run;

import java.nio.file.Path;

/** The file of a thread holds a line that does not belong there. Nothing in it was changed. */
public final class CorruptThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String expected;
    private final String found;

    /**
     * Says what is wrong and where.
     *
     * @param file the file
     * @param line the number of the line, 1 or more
     * @param expected what should be there, for example {@code an event}
     * @param found what is there, on one line
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
     * The file with the line.
     *
     * @return its path
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Where in the file the line is.
     *
     * @return its number, 1 or more
     */
    public int line() {
        return line;
    }

    /**
     * What should be there.
     *
     * @return a few words
     */
    public String expected() {
        return expected;
    }

    /**
     * What is there.
     *
     * @return one line
     */
    public String found() {
        return found;
    }
}
