package dev.escapement.samples.deploybot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parsed arguments of the program.
 *
 * @param directory the directory of threads and deployments
 * @param thread the thread to continue; empty if it is unambiguous
 * @param verb the action
 * @param text the operand of the action; empty if it has none
 */
record ProgramArguments(Path directory, Optional<String> thread, Verb verb, String text) {

    /** The default directory, which is in the build output. */
    static final Path DEFAULT_DIRECTORY = Path.of("target", "deploybot");

    private static final String DEFAULT_MESSAGE = "ship v1.4.2";

    /**
     * Parses the arguments of the program.
     *
     * @throws IllegalArgumentException if they are invalid; the message states the reason
     */
    static ProgramArguments parse(String... args) {
        List<String> rest = new ArrayList<>(List.of(args));
        Path directory = DEFAULT_DIRECTORY;
        Optional<String> thread = Optional.empty();
        while (!rest.isEmpty() && rest.get(0).startsWith("-")) {
            String option = rest.remove(0);
            if (!option.equals("--dir") && !option.equals("--thread")) {
                throw new IllegalArgumentException("Unknown option " + option + ".");
            } else if (rest.isEmpty()) {
                throw new IllegalArgumentException("Option " + option + " requires a value.");
            } else if (option.equals("--dir")) {
                directory = path(rest.remove(0));
            } else {
                thread = Optional.of(rest.remove(0));
            }
        }
        if (rest.isEmpty()) {
            return new ProgramArguments(directory, thread, Verb.SLACK, DEFAULT_MESSAGE);
        }
        String word = rest.remove(0);
        Verb verb = Verb.of(word).orElseThrow(() -> new IllegalArgumentException("Unknown command " + word + "."));
        String text = String.join(" ", rest);
        if (verb.takesText() == text.isBlank()) {
            throw new IllegalArgumentException("Invalid arguments. Use: " + verb.usage());
        }
        return new ProgramArguments(directory, thread, verb, text);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a valid path: " + text, e);
        }
    }
}
