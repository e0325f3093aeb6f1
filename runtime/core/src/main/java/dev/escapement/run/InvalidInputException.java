package dev.escapement.run;

/**
 * A person's reply, or the arguments that a person wrote, are not what the thread can go on with. Nothing was recorded;
 * the thread still waits. The message tells each place that is wrong, what is expected there, and what was found.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidInputException(String message) {
        super(message);
    }
}
