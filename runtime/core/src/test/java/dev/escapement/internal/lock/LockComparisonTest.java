package dev.escapement.internal.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LockComparisonTest {

    private static final LockSchema ONE = arguments("\"a\":{\"type\":\"string\"}", "\"a\"");
    private static final LockSchema OPTIONAL_ADDED =
            arguments("\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}", "\"a\"");
    private static final LockSchema REQUIRED_ADDED =
            arguments("\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}", "\"a\",\"b\"");
    private static final LockSchema TEXT = LockSchema.of("{\"type\":\"string\"}");
    private static final LockSchema NUMBER = LockSchema.of("{\"type\":\"number\"}");

    @Test
    void compatibleChangesStrandNothing() {
        AgentLock old = agent(step("a", "returns", ONE, null, null));

        assertEquals(
                List.of(),
                changes(
                        old,
                        agent(
                                new StepLock(
                                        "a",
                                        "destructive",
                                        "returns",
                                        true,
                                        false,
                                        Optional.empty(),
                                        false,
                                        OPTIONAL_ADDED,
                                        Optional.empty()),
                                step("b", "finishes", ONE, TEXT, null))));
    }

    @Test
    void eachKindOfChangeIsFound() {
        AgentLock old = agent(
                step("arguments", "returns", ONE, null, null),
                step("delegate", "delegates", ONE, null, "x.Child"),
                step("flow", "pauses", ONE, TEXT, null),
                step("removed", "returns", ONE, null, null),
                step("reply", "pauses", ONE, TEXT, null),
                step("result", "finishes", ONE, TEXT, null));
        AgentLock current = agent(
                step("arguments", "returns", REQUIRED_ADDED, null, null),
                step("delegate", "delegates", ONE, null, "x.Other"),
                step("flow", "selects", ONE, null, null),
                step("reply", "pauses", ONE, NUMBER, null),
                step("result", "finishes", ONE, NUMBER, null));

        assertEquals(
                List.of(
                        StepChange.Kind.ARGUMENTS,
                        StepChange.Kind.DELEGATE,
                        StepChange.Kind.FLOW,
                        StepChange.Kind.REMOVED,
                        StepChange.Kind.REPLY,
                        StepChange.Kind.RESULT),
                changes(old, current).stream().map(StepChange::kind).toList());
    }

    @Test
    void stepWithoutQuestionMayDelegate() {
        AgentLock old = agent(step("returns", "returns", ONE, null, null), step("selects", "selects", ONE, null, null));
        AgentLock current = agent(
                step("returns", "delegates", ONE, null, "x.Child"), step("selects", "delegates", ONE, null, "x.Child"));

        assertEquals(List.of(), changes(old, current));
    }

    @Test
    void delegateOfAnotherStepMayBeReplaced() {
        AgentLock old = agent(
                step("a", "delegates", ONE, null, "x.Child"),
                step("b", "delegates", ONE, null, "x.Child"),
                step("c", "delegates", ONE, null, "x.Desk"));
        AgentLock current = agent(
                step("a", "delegates", ONE, null, "x.Other"),
                step("b", "delegates", ONE, null, "x.Child"),
                step("c", "returns", ONE, null, null));

        assertEquals(List.of(), changes(old, current));
    }

    @Test
    void otherFlowOfTheOnlyDelegatingStepIsAChange() {
        AgentLock old = agent(step("a", "delegates", ONE, null, "x.Child"));

        assertEquals(
                List.of(StepChange.Kind.FLOW),
                changes(old, agent(step("a", "returns", ONE, null, null))).stream()
                        .map(StepChange::kind)
                        .toList());
    }

    @Test
    void removedArgumentIsAllowedIfIgnored() throws LockSyntaxException {
        AgentLock old = agent(step("a", "returns", OPTIONAL_ADDED, null, null));
        AgentLock current = agent(step("a", "returns", ONE, null, null));
        AgentLock ignoring = agent(
                new StepLock("a", "read", "returns", false, true, Optional.empty(), false, ONE, Optional.empty()));

        assertEquals(Set.of("a"), LockComparison.strandedTools(old.text(), current.text(), Successors.NONE));
        assertEquals(Set.of(), LockComparison.strandedTools(old.text(), ignoring.text(), Successors.NONE));
    }

    @Test
    void declaredSuccessorsResolveChanges() {
        AgentLock old = agent(step("a", "pauses", ONE, TEXT, null));
        AgentLock current = agent(step("b", "pauses", REQUIRED_ADDED, NUMBER, null));

        assertEquals(1, LockComparison.changes(old, current, successors("", "")).size());
        assertEquals(List.of(StepChange.Kind.REPLY), kinds(old, current, successors(ONE.fingerprint(), "")));
        assertEquals(List.of(StepChange.Kind.ARGUMENTS), kinds(old, current, successors("", TEXT.fingerprint())));
        assertEquals(List.of(), kinds(old, current, successors(ONE.fingerprint(), TEXT.fingerprint())));
    }

    private static List<StepChange.Kind> kinds(AgentLock old, AgentLock current, Successors successors) {
        return LockComparison.changes(old, current, successors).stream()
                .map(StepChange::kind)
                .toList();
    }

    /** The tool a is named b now; of one without conversions, only the name differs. */
    private static Successors successors(String arguments, String result) {
        return new Successors() {
            @Override
            public Optional<String> tool(String former) {
                return arguments.isEmpty() && result.isEmpty() ? Optional.empty() : Optional.of("b");
            }

            @Override
            public boolean convertsArguments(String tool, String fingerprint) {
                return tool.equals("b") && fingerprint.equals(arguments);
            }

            @Override
            public boolean convertsResult(String tool, String fingerprint) {
                return tool.equals("b") && fingerprint.equals(result);
            }
        };
    }

    private static List<StepChange> changes(AgentLock old, AgentLock current) {
        return LockComparison.changes(old, current, Successors.NONE);
    }

    private static AgentLock agent(StepLock... steps) {
        return new AgentLock("x.Desk", List.of(steps));
    }

    private static StepLock step(String tool, String flow, LockSchema arguments, LockSchema result, String delegate) {
        return new StepLock(
                tool,
                "read",
                flow,
                false,
                false,
                Optional.ofNullable(delegate),
                false,
                arguments,
                Optional.ofNullable(result));
    }

    private static LockSchema arguments(String properties, String required) {
        return LockSchema.of("{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required
                + "],\"additionalProperties\":false}");
    }
}
