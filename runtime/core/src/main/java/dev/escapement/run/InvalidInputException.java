package dev.escapement.run;

/**
 * Thrown if a person's reply or edited arguments are invalid. The thread is unchanged and still waits. The message
 * lists the path, the expected value and the actual value of each violation.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidInputException(String message) {
        super(message);
    }
}
