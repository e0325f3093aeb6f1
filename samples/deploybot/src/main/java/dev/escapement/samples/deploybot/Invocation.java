package dev.escapement.samples.deploybot;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the program is started again: a command line to copy.
 *
 * @param begin everything before the arguments
 * @param directory where threads and deployments are kept
 * @param thread the thread to name; empty if there is no doubt
 */
record Invocation(String begin, Path directory, Optional<String> thread) {

    /** The system property with what comes before the arguments; the build sets it when it runs the sample. */
    static final String PROPERTY = "deploybot.command";

    /** The way in which the program was started. */
    static Invocation of(Arguments arguments) {
        String begin = System.getProperty(PROPERTY);
        return new Invocation(
                begin != null
                        ? begin
                        : "java -cp " + System.getProperty("java.class.path") + " " + Main.class.getName(),
                arguments.directory(),
                arguments.thread());
    }

    Invocation withThread(String id) {
        return new Invocation(begin, directory, Optional.of(id));
    }

    /** The command line for what is to be done next. */
    String command(String what) {
        StringBuilder arguments = new StringBuilder();
        if (!directory.equals(Arguments.DEFAULT_DIRECTORY)) {
            arguments.append("--dir '").append(directory).append("' ");
        }
        thread.ifPresent(id -> arguments.append("--thread ").append(id).append(' '));
        arguments.append(what);
        return begin.endsWith("=") ? begin + '"' + arguments + '"' : begin + " " + arguments;
    }
}
