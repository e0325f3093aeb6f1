package dev.escapement.server.http;

import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.LeaseLostException;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadExistsException;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.run.WrongAgentException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;

/**
 * The problems that correspond to exceptions of the core, without their messages, which can contain content. Any other
 * exception is a defect: its type and its stack trace are logged, also without messages, under a reference that the problem
 * contains.
 */
final class ProblemMapper {
    private static final System.Logger LOGGER = System.getLogger("dev.escapement.server");

    private static final Map<Class<?>, HttpProblem> PROBLEMS = Map.of(
            UnknownThreadException.class,
            fixed(ProblemType.NOT_FOUND, "This thread does not exist. Check its id."),
            ErasedThreadException.class,
            fixed(ProblemType.ERASED, "The content of this thread was erased. It cannot be read or continued."),
            NotWaitingException.class,
            fixed(
                    ProblemType.CONFLICT,
                    "The thread does not wait for this decision any more. Load it before you decide again."),
            InvalidInputException.class,
            fixed(ProblemType.INVALID_CONTENT, "The thread does not accept this input. Compare it with the schema."),
            ThreadExistsException.class,
            fixed(ProblemType.CONFLICT, "A thread with this id exists already. Use another id."),
            WrongAgentException.class,
            fixed(
                    ProblemType.INVALID_CONTENT,
                    "The thread belongs to an agent that this server does not have. Add the loop of the agent to it."),
            ConcurrentRunException.class,
            fixed(ProblemType.UNAVAILABLE, "The thread was changed at the same time. Repeat the request."),
            LeaseLostException.class,
            fixed(ProblemType.UNAVAILABLE, "The thread was changed at the same time. Repeat the request."),
            NewerThreadException.class,
            fixed(ProblemType.UNAVAILABLE, "A later release recorded this thread. Update this server."));

    private ProblemMapper() {}

    /** Returns the problem for an exception of a handler, and logs a defect. */
    static ProblemException problem(Throwable failure) {
        HttpProblem known = PROBLEMS.get(failure.getClass());
        if (known != null) {
            return new ProblemException(known, failure.getClass().getSimpleName());
        }
        if (failure instanceof StoreException store && store.reason() != StoreException.Reason.FORMAT) {
            return store(store);
        }
        String reference = UUID.randomUUID().toString();
        LOGGER.log(Level.ERROR, "A request failed with reference " + reference, LoggedFailure.of(failure));
        return new ProblemException(
                ProblemType.INTERNAL, "The request failed. Search the log of the server for " + reference + ".");
    }

    private static ProblemException store(StoreException failure) {
        String detail = switch (failure.reason()) {
            case BUSY -> "The store is busy. Repeat the request.";
            case UNAVAILABLE -> "The store cannot be reached. Load the thread before you repeat the request.";
            case FULL -> "The store has no space left. Inform the operator of the server.";
            case READ_ONLY -> "The store cannot be changed at present. Inform the operator of the server.";
            case FORMAT, OTHER -> "The store failed. Inform the operator of the server.";
        };
        LOGGER.log(Level.WARNING, "The store failed: " + failure.reason(), LoggedFailure.of(failure));
        return new ProblemException(
                HttpProblem.of(ProblemType.UNAVAILABLE, detail),
                "STORE_" + failure.reason().name());
    }

    private static HttpProblem fixed(ProblemType type, String detail) {
        return HttpProblem.of(type, detail);
    }
}
