package dev.escapement.samples.quickstart;

import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** The person at the refund desk: whoever answers on standard input. */
final class Clerk {

    private final Scanner input;

    /**
     * A person.
     *
     * @param input where the answers come from
     */
    Clerk(Scanner input) {
        this.input = input;
    }

    /** Asks for an approval. Empty if nobody answers: then nothing is approved, and nothing refused. */
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
