package dev.escapement.server.http;

import dev.escapement.json.Violation;
import dev.escapement.server.body.ProblemBody;
import dev.escapement.server.body.ProblemBodyCodec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A problem of a request, as RFC 9457 defines it.
 *
 * @param kind the kind, which determines status, type and title
 * @param detail a sentence about this occurrence, with a remedy; must not contain content of threads
 * @param violations the violations in the body, sorted by path; empty for other kinds
 */
public record HttpProblem(ProblemType kind, String detail, List<Violation> violations) {
    public HttpProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        violations = List.copyOf(violations);
    }

    /** {@return a problem without violations} */
    public static HttpProblem of(ProblemType kind, String detail) {
        return new HttpProblem(kind, detail, List.of());
    }

    /** {@return the body of the response} */
    public String json() {
        List<ProblemBody.ViolationBody> listed = violations.stream()
                .map(each -> new ProblemBody.ViolationBody(each.path(), each.expected(), each.actual()))
                .toList();
        return ProblemBodyCodec.INSTANCE.encode(new ProblemBody(
                kind.uri(),
                kind.title(),
                kind.status(),
                detail,
                listed.isEmpty() ? Optional.empty() : Optional.of(listed)));
    }
}
