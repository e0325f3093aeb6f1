package dev.escapement.processor.version;

import dev.escapement.engine.Flow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A step of a generated agent.
 *
 * @param method the name of the method
 * @param tool the name of the tool
 * @param formerly the earlier name of the tool, or an empty string
 * @param description the description of the tool
 * @param effect the name of the effect
 * @param gated whether a gate requires approval
 * @param flow the flow
 * @param child the name of the child's class
 * @param arguments the components of the tool
 * @param value the components of the reply or the result
 * @param upcastArguments the fingerprint of the converted form of the arguments, or an empty string
 * @param upcastValue the fingerprint of the converted form of the reply or the result, or an empty string
 * @param offered whether the model may select the step
 * @param joined whether a method joins the child
 */
record StepSource(
        String method,
        String tool,
        String formerly,
        String description,
        String effect,
        boolean gated,
        Flow flow,
        String child,
        List<Field> arguments,
        List<Field> value,
        String upcastArguments,
        String upcastValue,
        boolean offered,
        boolean joined) {

    static StepSource of(String method, boolean gated, Flow flow, List<Field> arguments, List<Field> value) {
        return new StepSource(
                method,
                method,
                "",
                "Do it.",
                "WRITE",
                gated,
                flow,
                "Writer",
                arguments,
                value,
                "",
                "",
                true,
                flow == Flow.DELEGATES);
    }

    StepSource named(String other, String former) {
        return new StepSource(
                method,
                other,
                former,
                description,
                effect,
                gated,
                flow,
                child,
                arguments,
                value,
                "",
                "",
                offered,
                joined);
    }

    StepSource described(String other) {
        return new StepSource(
                method, tool, formerly, other, effect, gated, flow, child, arguments, value, "", "", offered, joined);
    }

    StepSource effect(String other) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                other,
                gated,
                flow,
                child,
                arguments,
                value,
                "",
                "",
                offered,
                joined);
    }

    StepSource gated(boolean other) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                other,
                flow,
                child,
                arguments,
                value,
                "",
                "",
                offered,
                joined);
    }

    StepSource flow(Flow other) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                other,
                child,
                arguments,
                value,
                "",
                "",
                offered,
                joined);
    }

    StepSource child(String other) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                flow,
                other,
                arguments,
                value,
                "",
                "",
                offered,
                joined);
    }

    StepSource arguments(List<Field> others, String upcast) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                flow,
                child,
                others,
                value,
                upcast,
                "",
                offered,
                joined);
    }

    StepSource value(List<Field> others, String upcast) {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                flow,
                child,
                arguments,
                others,
                "",
                upcast,
                offered,
                joined);
    }

    StepSource withheld() {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                flow,
                child,
                arguments,
                value,
                "",
                "",
                false,
                joined);
    }

    StepSource withoutJoin() {
        return new StepSource(
                method,
                tool,
                formerly,
                description,
                effect,
                gated,
                flow,
                child,
                arguments,
                value,
                "",
                "",
                offered,
                false);
    }

    private String type() {
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    String source() {
        String type = type();
        String names = formerly.isEmpty() ? "" : ", formerly = \"" + formerly + "\"";
        return "@Tool(name = \"" + tool + "\"" + names + ") @Describe(\"" + description + "\")\n"
                + record(type, arguments, upcastArguments)
                + record(type + "Value", value, upcastValue)
                + (gated
                        ? "@Gate Verdict approve" + type + "(" + type + " call) { return Verdict.ask(\"OK?\"); }\n"
                        : "")
                + "@Step(effect = Effect." + effect + (effect.equals("WRITE") ? ", attempts = 1" : "")
                + (flow == Flow.RETURNS ? ", maxResultLength = 900" : "")
                + (offered ? "" : ", offered = false") + ") "
                + body(type, method + "(" + type + " call) { return ") + "; }\n"
                + (joined && flow == Flow.DELEGATES
                        ? "@Join String join" + type + "(" + type + " call, " + child
                                + ".Value value) { return \"joined\"; }\n"
                        : "");
    }

    static String record(String type, List<Field> fields, String upcast) {
        String types = fields.stream().map(field -> field.auxiliaryType(type)).collect(Collectors.joining());
        String convert = upcast.isEmpty()
                ? ""
                : "@Upcast(from = \"" + upcast
                        + "\") public static JsonText convert(JsonText old) { return new JsonText(\""
                        + Field.object(fields, 1).replace("\"", "\\\"") + "\"); } ";
        return "record " + type
                + fields.stream().map(field -> field.declaration(type)).collect(Collectors.joining(", ", "(", ") { "))
                + convert + "}\n" + types;
    }

    static String creation(String type, List<Field> fields) {
        return "new " + type
                + fields.stream().map(field -> field.expression(type)).collect(Collectors.joining(", ", "(", ")"));
    }

    private String body(String type, String signature) {
        String made = creation(type + "Value", value);
        return switch (flow) {
            case RETURNS -> "String " + signature + "\"done\"";
            case SELECTS -> "Look " + signature + "look()";
            case PAUSES -> "Pause<" + type + "Value> " + signature + "Pause.asking(\"?\")";
            case DELEGATES -> "Delegate<" + child + "> " + signature + child + "Loop.delegate(\"Write.\")";
            case FINISHES -> "Finish<" + type + "Value> " + signature + "Finish.with(" + made + ")";
        };
    }
}
