package dev.escapement.server.http;

/** Thrown to answer a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpProblem problem;

    /**
     * Creates an exception.
     *
     * @param problem the answer
     */
    public ProblemException(HttpProblem problem) {
        super(problem.kind() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /**
     * Creates an exception without violations.
     *
     * @param type the type of the problem
     * @param detail a sentence about this occurrence
     */
    public ProblemException(ProblemType type, String detail) {
        this(HttpProblem.of(type, detail));
    }

    /** {@return the answer} */
    public HttpProblem problem() {
        return problem;
    }
}
