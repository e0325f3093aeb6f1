package dev.escapement.samples.deploybot;

/** What was asked of the program cannot be done as it was asked; the message tells the person why. */
final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unclear(String message) {
        super(message);
    }
}
