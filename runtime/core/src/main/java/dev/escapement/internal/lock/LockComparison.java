package dev.escapement.internal.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The comparison of a lock file with the current version of the agent. */
public final class LockComparison {

    private LockComparison() {}

    /**
     * Returns the changes that strand stored threads.
     *
     * @param locked the agent in the lock file
     * @param current the current version of the agent
     * @param successors the declarations that resolve changes
     * @return the changes, sorted by the locked tools
     */
    public static List<StepChange> changes(AgentLock locked, AgentLock current, Successors successors) {
        List<StepChange> changes = new ArrayList<>();
        for (StepLock step : locked.steps()) {
            successor(step.tool(), current, successors)
                    .ifPresentOrElse(
                            replacement -> compare(step, replacement, isOrphaned(step, current), successors, changes),
                            () -> changes.add(
                                    new StepChange(StepChange.Kind.REMOVED, step, Optional.empty(), List.of())));
        }
        return List.copyOf(changes);
    }

    /**
     * Returns whether a step delegated to an agent to which no step of the current version delegates. A runner of this
     * version does not have the loop of the agent, so that it cannot complete the open child threads.
     */
    private static boolean isOrphaned(StepLock old, AgentLock current) {
        return old.delegate()
                .filter(child -> !child.equals(current.agent()))
                .filter(child -> current.steps().stream()
                        .noneMatch(step -> step.delegate().equals(Optional.of(child))))
                .isPresent();
    }

    private static Optional<StepLock> successor(String tool, AgentLock current, Successors successors) {
        return current.step(tool).or(() -> successors.tool(tool).flatMap(current::step));
    }

    /**
     * Returns the tools whose stored calls cannot be completed.
     *
     * @param locked the text of the lock file
     * @param current the text for the current version of the agent
     * @param successors the declarations that resolve changes
     * @return the names of the locked tools
     * @throws LockSyntaxException if a text is not a lock file
     */
    public static Set<String> strandedTools(String locked, String current, Successors successors)
            throws LockSyntaxException {
        Set<String> tools = new TreeSet<>();
        changes(AgentLock.parse(locked), AgentLock.parse(current), successors)
                .forEach(change -> tools.add(change.locked().tool()));
        return tools;
    }

    private static void compare(
            StepLock old, StepLock current, boolean isOrphaned, Successors successors, List<StepChange> changes) {
        if (!old.flow().equals(current.flow()) && (old.hasFollower() || isOrphaned)) {
            changes.add(new StepChange(StepChange.Kind.FLOW, old, Optional.of(current), List.of()));
        } else if (isOrphaned) {
            changes.add(new StepChange(StepChange.Kind.DELEGATE, old, Optional.of(current), List.of()));
        } else if (old.result().isPresent() && current.result().isPresent()) {
            LockSchema result = old.result().get();
            if (!successors.convertsResult(current.tool(), result.fingerprint())) {
                StepChange.Kind kind = old.pauses() ? StepChange.Kind.REPLY : StepChange.Kind.RESULT;
                addIf(
                        kind,
                        old,
                        current,
                        SchemaInclusion.changes(result, current.result().get(), false),
                        changes);
            }
        }
        if (!successors.convertsArguments(current.tool(), old.arguments().fingerprint())) {
            addIf(
                    StepChange.Kind.ARGUMENTS,
                    old,
                    current,
                    SchemaInclusion.changes(old.arguments(), current.arguments(), current.ignoresUnknown()),
                    changes);
        }
    }

    private static void addIf(
            StepChange.Kind kind,
            StepLock old,
            StepLock current,
            List<SchemaChange> differences,
            List<StepChange> changes) {
        if (!differences.isEmpty()) {
            changes.add(new StepChange(kind, old, Optional.of(current), differences));
        }
    }
}
