package dev.escapement.processor.functional.clash;

/** An exception whose name clashes with the effect of a step. */
final class Effect extends Exception {
    private static final long serialVersionUID = 1L;

    Effect(String message) {
        super(message);
    }
}
