package dev.escapement.samples.deploybot;

import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.UnknownThreadException;

/** Runs the deployment bot until it waits for a person or is done, and tells how to go on. */
public final class Main {

    private Main() {}

    /**
     * Starts the sample.
     *
     * @param args what is to be done; without it, somebody asks the bot for a deployment. Anything else prints a help
     */
    public static void main(String[] args) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            Help.print(System.out);
            return;
        }
        try {
            new Program(arguments, System.out).run();
        } catch (NotWaitingException | InvalidInputException | UnknownThreadException | ConcurrentRunException e) {
            System.out.println("Nothing was changed. " + e.getMessage());
        } catch (Unclear e) {
            System.out.println(e.getMessage());
        }
    }
}
