package dev.escapement.internal.lock;

import java.util.List;

/** Thrown if a text is not a usable lock file. */
public final class LockSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final LockFault fault;
    private final transient List<String> arguments;

    LockSyntaxException(int line, LockFault fault, String... arguments) {
        super("line " + line + ": " + fault.describe(List.of(arguments)));
        this.line = line;
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    /**
     * Returns the number of the faulty line.
     *
     * @return the number, 1 for the first line
     */
    public int line() {
        return line;
    }

    /**
     * Returns the kind of the fault.
     *
     * @return the kind
     */
    public LockFault fault() {
        return fault;
    }

    /**
     * Returns the arguments of the fault's template.
     *
     * @return the arguments
     */
    public List<String> arguments() {
        return arguments;
    }
}
