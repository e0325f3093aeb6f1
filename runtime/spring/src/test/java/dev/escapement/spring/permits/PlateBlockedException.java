package dev.escapement.spring.permits;

/** The failure of a step after its first write. */
public final class PlateBlockedException extends Exception {

    private static final long serialVersionUID = 1L;

    PlateBlockedException(String plate) {
        super("The plate " + plate + " is blocked.");
    }
}
