package dev.escapement.internal.lock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change of a step that strands stored threads: their open calls of the step cannot be completed, or their results cannot
 * be read.
 *
 * @param kind the kind of the change
 * @param locked the step in the lock file
 * @param current the step that replaces it; empty if the step was removed
 * @param differences the differences of the schemas; empty for other kinds
 */
public record StepChange(Kind kind, StepLock locked, Optional<StepLock> current, List<SchemaChange> differences) {

    /** Creates a change. */
    public StepChange {
        differences = List.copyOf(differences);
    }

    /** The kinds of changes. */
    public enum Kind {
        REMOVED("was removed"),
        FLOW("changed its flow"),
        DELEGATE("delegates to another agent"),
        ARGUMENTS("changed its arguments"),
        REPLY("changed its reply"),
        RESULT("changed its result");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * Returns a description of the change.
     *
     * @return a clause without a period
     */
    public String text() {
        String details = differences.stream().map(SchemaChange::text).collect(Collectors.joining("; "));
        return "the step of " + locked.tool() + " " + kind.words + (details.isEmpty() ? "" : ": " + details);
    }
}
