package dev.escapement.samples.quickstart;

import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** A clerk who answers questions at the refund desk. */
final class Clerk {

    private final Scanner input;

    /**
     * Creates a clerk whose answers are read from an input, one per line.
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
