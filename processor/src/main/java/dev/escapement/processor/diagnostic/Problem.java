package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;
import java.util.List;

/**
 * A problem in the user's source.
 *
 * @param kind the kind of problem
 * @param at the place at which it is reported
 * @param arguments the data that the message shows: names, numbers, constants of enums, {@link Clause clauses}, and
 *     lists of these
 */
public record Problem(ProblemKind kind, SourceRef at, List<Object> arguments) {
    public Problem {
        arguments = MessageTemplate.arguments(arguments);
    }

    /** Returns whether the problem prevents code generation. */
    public boolean isError() {
        return !kind.isWarning();
    }

    /** Returns the complete message, including the ID and the path of the documentation page. */
    public String message() {
        return kind.message(arguments);
    }
}
