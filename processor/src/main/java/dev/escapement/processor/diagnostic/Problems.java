package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** The problems found while one type is read and validated. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem with arguments as described in {@link Problem}. */
    public void add(ProblemKind kind, SourceRef at, Object... arguments) {
        found.add(new Problem(kind, at, List.of(arguments)));
    }

    /** Runs a reader or validator, and returns the problems that it finds instead of adding them. */
    public List<Problem> during(Runnable action) {
        int before = found.size();
        action.run();
        List<Problem> added = found.subList(before, found.size());
        List<Problem> copy = List.copyOf(added);
        added.clear();
        return copy;
    }

    /** Returns the problems in the order in which they were found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** Returns whether the problems prevent code generation. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> !problem.kind().isWarning());
    }
}
