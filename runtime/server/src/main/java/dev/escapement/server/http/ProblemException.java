package dev.escapement.server.http;

import dev.escapement.json.Violation;
import java.util.List;

/** Thrown to answer a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpProblem problem;
    private final String reason;

    /**
     * Creates an exception.
     *
     * @param problem the answer
     */
    public ProblemException(HttpProblem problem) {
        this(problem, problem.kind().name());
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

    /**
     * Creates an exception for a body whose content is invalid.
     *
     * @param detail a sentence about this occurrence
     * @param violations the violations in the body, sorted by path
     */
    public ProblemException(String detail, List<Violation> violations) {
        this(new HttpProblem(ProblemType.INVALID_CONTENT, detail, violations));
    }

    /**
     * Creates an exception.
     *
     * @param problem the answer
     * @param reason the constant that logs contain, which the sender does not receive
     */
    public ProblemException(HttpProblem problem, String reason) {
        super(problem.kind() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.reason = reason;
    }

    /** {@return the answer} */
    public HttpProblem problem() {
        return problem;
    }

    /** {@return the constant that logs contain: a {@link RefusalReason} or a {@link ProblemType}} */
    public String reason() {
        return reason;
    }
}
