package dev.escapement.spring.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown at startup if the model of an agent is missing, ambiguous or invalid. The message does not contain secrets. */
public final class ModelConfigurationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The problem, without the remedy. */
    private final String problem;

    /** The remedy. */
    private final String remedy;

    ModelConfigurationException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    ModelConfigurationException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * Returns the problem.
     *
     * @return one or more sentences
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns the remedy.
     *
     * @return one or more sentences in the imperative
     */
    public String remedy() {
        return remedy;
    }
}
