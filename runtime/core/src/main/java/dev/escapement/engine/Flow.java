package dev.escapement.engine;

/** The kind of transition that follows a step, determined by the return type of its method. */
public enum Flow {

    /** A result, after which the model decides the next step. */
    RETURNS,

    /** A selection of the next call by the step, without a request to the model. */
    SELECTS,

    /** A pause, in which the thread waits for a reply from a person. */
    PAUSES,

    /** The end of the thread. */
    FINISHES;

    /**
     * Returns whether the thread ends after a step of this kind.
     *
     * @return {@code true} if the step ends the thread
     */
    public boolean endsThread() {
        return switch (this) {
            case FINISHES -> true;
            case RETURNS, SELECTS, PAUSES -> false;
        };
    }

    /**
     * Returns whether a step of this kind only returns a result, so that other steps of the same reply may run at the
     * same time.
     *
     * @return {@code true} if the step neither selects a call, pauses nor ends the thread
     */
    public boolean returnsResult() {
        return switch (this) {
            case RETURNS -> true;
            case SELECTS, PAUSES, FINISHES -> false;
        };
    }
}
