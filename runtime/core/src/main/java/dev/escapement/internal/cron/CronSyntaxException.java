package dev.escapement.internal.cron;

import java.util.List;

/** Thrown if a text is not a usable cron expression. */
public final class CronSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final CronFault fault;
    private final transient List<String> arguments;

    CronSyntaxException(String expression, CronFault fault, String... arguments) {
        super("The cron expression \"" + expression + "\" " + fault.describe(List.of(arguments))
                + ". Use five fields: minute, hour, day of month, month, day of week.");
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    /**
     * Returns the fault.
     *
     * @return the first fault of the expression
     */
    public CronFault fault() {
        return fault;
    }

    /**
     * Returns the arguments of the description of the fault.
     *
     * @return the arguments; null after deserialization
     */
    public List<String> arguments() {
        return arguments;
    }
}
