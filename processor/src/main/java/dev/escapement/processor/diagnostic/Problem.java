package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;
import java.util.List;

/**
 * A problem in the user's source.
 *
 * @param kind the kind of problem
 * @param at the place to which it is pinned
 * @param arguments the data that the message shows: names, numbers, constants of enums, {@link Clause clauses}, and
 *     lists of these
 */
public record Problem(ProblemKind kind, SourceRef at, List<Object> arguments) {
    public Problem {
        arguments = MessageTemplate.arguments(arguments);
    }

    /** Returns the whole text, including the id. */
    public String message() {
        return kind.message(arguments);
    }
}
