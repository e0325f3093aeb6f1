package dev.escapement.processor.version;

import dev.escapement.engine.Flow;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The source of a generated agent with at least one step of each flow, and two that delegate to one agent.
 *
 * @param steps the steps
 * @param child the agent to which steps delegate
 */
record AgentSource(List<StepSource> steps, ChildSource child) {

    /** Returns an agent with random bounds. */
    static AgentSource random(Random random) {
        int n = random.nextInt(4);
        Field note = Field.text("note", 1 + n, 7 + n).with(Field.Presence.OPTIONAL);
        List<Field> value = List.of(
                Field.text("text", 1, 6 + n),
                Field.constant("choice", "YES", "NO", "LATER"),
                Field.date("day"),
                Field.code("code", 2, 6 + n),
                Field.nested("part", 1, 5 + n));
        List<StepSource> steps = List.of(
                StepSource.of(
                        "refund",
                        true,
                        Flow.RETURNS,
                        List.of(
                                Field.text("order", 2, 8 + n),
                                Field.whole("amount", n, 100),
                                Field.constant("kind", "A", "B", "C"),
                                Field.date("due"),
                                Field.nested("item", 1, 4 + n),
                                note),
                        value),
                StepSource.of(
                        "look",
                        true,
                        Flow.RETURNS,
                        List.of(Field.text("key", 1 + n, 9), Field.code("shelf", 2, 5 + n), note),
                        value),
                StepSource.of("ask", false, Flow.PAUSES, List.of(Field.text("question", 1, 9)), value),
                StepSource.of("confirm", true, Flow.PAUSES, List.of(Field.constant("topic", "A", "B")), value),
                StepSource.of("route", false, Flow.SELECTS, List.of(Field.whole("level", 0, 9 + n)), value),
                StepSource.of("write", false, Flow.DELEGATES, List.of(Field.text("title", 1, 9), note), value),
                StepSource.of("draft", false, Flow.DELEGATES, List.of(Field.text("title", 1, 9)), value),
                StepSource.of("close", n % 2 == 0, Flow.FINISHES, List.of(Field.text("summary", 1, 9)), value));
        return new AgentSource(steps, ChildSource.FIRST);
    }

    StepSource step(String method) {
        return steps.stream()
                .filter(step -> step.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    String source(String packageName) {
        return "package " + packageName + ";\n"
                + "import dev.escapement.*;\n"
                + "import dev.escapement.json.JsonText;\n"
                + child.imports(packageName)
                + "import jakarta.validation.constraints.*;\n"
                + "import java.util.Optional;\n"
                + "@Agent(name = \"desk\", onText = OnText.FINISH) @SuppressWarnings(\"ESC040\") class Desk {\n"
                + "@Prompt String prompt() { return \"Help.\"; }\n"
                + "private static Look look() { return "
                + StepSource.creation("Look", step("look").arguments()) + "; }\n"
                + steps.stream().map(StepSource::source).collect(Collectors.joining())
                + "}\n";
    }
}
