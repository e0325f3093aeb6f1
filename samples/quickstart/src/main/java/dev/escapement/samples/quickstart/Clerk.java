package dev.escapement.samples.quickstart;

import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** The person at the refund desk, who answers questions on standard input. */
final class Clerk {

    private final Scanner input;

    /**
     * Creates a clerk.
     *
     * @param input the source of the answers
     */
    Clerk(Scanner input) {
        this.input = input;
    }

    /** Asks for an approval. Returns empty at the end of the input: the refund is then neither approved nor refused. */
    Optional<Boolean> agrees(String question) {
        System.out.print("The thread waits for you: " + question + " [y/n] ");
        System.out.flush();
        if (!input.hasNextLine()) {
            System.out.println();
            return Optional.empty();
        }
        return Optional.of(input.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }
}
