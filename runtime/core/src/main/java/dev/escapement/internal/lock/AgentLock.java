package dev.escapement.internal.lock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The properties of an agent on which stored threads depend.
 *
 * @param agent the name of the agent
 * @param steps its steps, sorted by the names of their tools
 */
public record AgentLock(String agent, List<StepLock> steps) {

    /** Sorts the steps, so that their order in the source does not matter. */
    public AgentLock {
        steps = steps.stream().sorted(Comparator.comparing(StepLock::tool)).toList();
    }

    /**
     * Returns the step with a tool.
     *
     * @param tool the name of the tool
     * @return the step; empty if the agent does not have it
     */
    public Optional<StepLock> step(String tool) {
        return steps.stream().filter(step -> step.tool().equals(tool)).findFirst();
    }

    /**
     * Returns the content of the lock file.
     *
     * @return the text, identical for equal agents
     */
    public String text() {
        return LockWriter.write(this);
    }

    /**
     * Parses a lock file.
     *
     * @param text the content of the file
     * @return the agent
     * @throws LockSyntaxException if the text is not a lock file that this release wrote
     */
    public static AgentLock parse(String text) throws LockSyntaxException {
        return LockParser.parse(text);
    }
}
