package dev.escapement.samples.deploybot;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A command line that starts the program again. It is printed for the person to copy.
 *
 * @param begin the part before the arguments
 * @param directory the directory of threads and deployments
 * @param thread the thread to name; empty if it is unambiguous
 */
record CommandLine(String begin, Path directory, Optional<String> thread) {

    /** The system property that specifies {@code begin}. The build sets it when it runs the sample. */
    static final String PROPERTY = "deploybot.command";

    /** Returns a command line like the one that started the program. */
    static CommandLine of(ProgramArguments arguments) {
        String begin = System.getProperty(PROPERTY);
        return new CommandLine(
                begin != null
                        ? begin
                        : "java -cp " + System.getProperty("java.class.path") + " " + Main.class.getName(),
                arguments.directory(),
                arguments.thread());
    }

    CommandLine withThread(String id) {
        return new CommandLine(begin, directory, Optional.of(id));
    }

    /** Returns the command line as a string, with additional arguments. */
    String with(String arguments) {
        StringBuilder all = new StringBuilder();
        if (!directory.equals(ProgramArguments.DEFAULT_DIRECTORY)) {
            all.append("--dir '").append(directory).append("' ");
        }
        thread.ifPresent(id -> all.append("--thread ").append(id).append(' '));
        all.append(arguments);
        return begin.endsWith("=") ? begin + '"' + all + '"' : begin + " " + all;
    }
}
