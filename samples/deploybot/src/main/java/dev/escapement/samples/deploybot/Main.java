package dev.escapement.samples.deploybot;

import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.DriveException;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.UnknownThreadException;

/** A program that runs the bot until the bot waits for a person or finishes, and prints how to continue. */
public final class Main {

    private Main() {}

    /**
     * Runs the action that the arguments request.
     *
     * @param args the action; default: a message that requests a deployment. Invalid arguments print the help text
     */
    public static void main(String[] args) {
        ProgramArguments arguments;
        try {
            arguments = ProgramArguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            Help.print(System.out);
            return;
        }
        try {
            new Program(arguments, System.out).run();
        } catch (NotWaitingException | InvalidInputException | UnknownThreadException | ConcurrentRunException e) {
            System.out.println("Nothing was changed. " + e.getMessage());
        } catch (DriveException e) { // for example, the disk is full
            System.out.println(e.getMessage() + " Use: resume");
        } catch (UnclearRequestException e) {
            System.out.println(e.getMessage());
        }
    }
}
