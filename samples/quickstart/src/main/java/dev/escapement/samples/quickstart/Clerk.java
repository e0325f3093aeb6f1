package dev.escapement.samples.quickstart;

import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** A clerk at the refund desk who answers questions. The answers are read from an input. */
final class Clerk {

    private final Scanner input;

    /**
     * Creates a clerk whose answers are the lines of an input.
     *
     * @param input the source of the answers
     */
    Clerk(Scanner input) {
        this.input = input;
    }

    /**
     * Prints a question and returns whether the clerk agrees, or empty at the end of the input. The refund is then
     * neither approved nor refused.
     */
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
