package dev.escapement.processor.functional.clash;

/** An exception with the name of what a step does to the world. */
final class Effect extends Exception {
    private static final long serialVersionUID = 1L;

    Effect(String message) {
        super(message);
    }
}
