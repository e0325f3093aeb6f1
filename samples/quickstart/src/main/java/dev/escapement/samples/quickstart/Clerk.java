package dev.escapement.samples.quickstart;

import java.io.Console;
import java.util.Locale;

/** The person at the refund desk: whoever sits at the console. */
final class Clerk {

    private Clerk() {}

    /** Asks for an approval. If there is no console to ask at, says so and approves, so that the sample goes on. */
    // JDK 22 to 24 may return a console that is no terminal; there is nobody at it to answer, and null is no.
    @SuppressWarnings("SystemConsoleNull")
    static boolean agrees(String question) {
        Console console = System.console();
        if (console == null) {
            System.out.println("The thread waits for you: " + question);
            System.out.println("There is no console to ask you at, so this sample says yes.");
            return true;
        }
        String answer = console.readLine("The thread waits for you: %s [y/n] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
