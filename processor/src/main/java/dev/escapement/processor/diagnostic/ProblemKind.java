package dev.escapement.processor.diagnostic;

import java.util.Locale;

/**
 * The catalogue of everything that the processor refuses or warns about. Ids are stable: they stand in build logs and
 * in {@code @SuppressWarnings}. A text says what is wrong, why it matters, and how to mend it.
 */
public enum ProblemKind {
    TOOL_TARGET(
            "ESC001",
            "%1$s is annotated with @Tool but is %2$s. The arguments of a tool are data: make it a record without type"
                    + " parameters whose components are the arguments."),
    NO_SCHEMA("ESC002", "%1$s, for which there is no JSON Schema%2$s. %3$s"),
    TOOL_NAME(
            "ESC003",
            "\"%1$s\" cannot be the name of the tool %2$s: not all providers accept it. Use 1 to 64 letters, digits, '_' or"
                    + " '-' of ASCII, and begin with a letter or '_'; set another one with @Tool(name = …)."),
    PROPERTY_NAME(
            "ESC004",
            "\"%1$s\" cannot be the name of a property of %2$s: not all providers accept it. Use 1 to 64 letters, digits or '_'"
                    + " of ASCII, and begin with a letter or '_'; rename it with %3$s."),
    PROPERTY_TWICE(
            "ESC005",
            "%1$s has two properties named \"%2$s\", and a JSON object has one of each name. Rename one with"
                    + " @JsonProperty."),
    NOT_REACHABLE(
            "ESC006",
            "Generated code in %2$s cannot use %1$s, which %3$s. Make it public, or package-private in that package; a"
                    + " nested class has to be static, and what it stands in must be as visible."),
    UNSUPPORTED_ANNOTATION(
            "ESC007",
            "@%1$s on %2$s is not honoured, and to pass over it in silence would break what it promises. Remove"
                    + " it%3$s."),
    CODEC_TARGET(
            "ESC008",
            "%1$s is annotated with @Codec but is %2$s. Codecs are for data: make it a record, an enum or a sealed"
                    + " interface of records, without type parameters."),
    NAME_TAKEN(
            "ESC009",
            "%1$s needs the class %2$s, but there is one of that name already, so it cannot be generated. Rename one of"
                    + " the two."),
    CONSTANT_TWICE(
            "ESC010",
            "%1$s has two %3$s named \"%2$s\" in JSON, so that a reader could not tell them apart. Rename one with"
                    + " %4$s."),
    AGENT_TARGET(
            "ESC011",
            "%1$s is annotated with @Agent but %2$s. An agent is a class that can be called: not abstract, not"
                    + " generic, not private, and static if it is nested."),
    STEP_WITHOUT_TOOL(
            "ESC012",
            "The step %1$s has no tool: its first parameter must be a record annotated with @Tool%2$s. The model selects"
                    + " a step by calling its tool."),
    STEP_PARAMETERS(
            "ESC013",
            "The step %1$s has the parameter %2$s, which nothing can fill: after the tool there may be one StepContext"
                    + " and nothing else. Give the agent what it needs in its constructor."),
    STEP_FORM(
            "ESC014",
            "The step %1$s is %2$s, but the generated loop has to call it on an instance of the agent. Make it an"
                    + " ordinary, non-private method."),
    STEP_OUTSIDE_AGENT(
            "ESC015",
            "%1$s is annotated with @%2$s, but %3$s is no agent, so nothing would ever call it. Annotate the class with"
                    + " @Agent; or move the method to the agent, because steps are not inherited."),
    TWO_STEPS_FOR_ONE_TOOL(
            "ESC016",
            "The steps %1$s and %2$s both take %3$s, so a call of it would not say which to run. Give each step a tool"
                    + " of its own."),
    TWO_TOOLS_WITH_ONE_NAME(
            "ESC017",
            "The tools %1$s and %2$s are both named \"%3$s\", so a call would not say which is meant. Rename one with"
                    + " @Tool(name = …)."),
    NO_STEPS(
            "ESC018",
            "The agent %1$s has no steps, so there is nothing that it could do. Annotate a method with @Step."),
    NO_PROMPT(
            "ESC019",
            "The agent %1$s has no prompt, but its model has a choice to make. Add a method: @Prompt String prompt()"
                    + " { return \"…\"; }"),
    TWO_PROMPTS("ESC020", "The agent %1$s has more than one @Prompt method, and a request has one. Keep one."),
    PROMPT_FORM(
            "ESC021",
            "The prompt %1$s %2$s, but the generated loop has to call it before each request. Make it a non-private,"
                    + " non-static, non-generic method without parameters that returns a String and declares no"
                    + " exceptions."),
    DESTRUCTIVE_WITHOUT_GATE(
            "ESC022",
            "The step %1$s is DESTRUCTIVE and has no gate: a model could do what cannot be undone, and nobody would be"
                    + " asked. Add @Approval to the step, or a method to the agent: @Gate Verdict review(%2$s call) { … }"),
    BAD_OPTION("ESC023", "The compiler option -A%1$s has the value \"%2$s\". Use one of: %3$s."),
    DISCRIMINATOR_TAKEN(
            "ESC024",
            "%1$s has a property named \"%2$s\", and so has every record of %3$s: it tells them apart. Rename this one"
                    + " with @JsonProperty, or the other with @JsonTypeInfo(property = …) on %3$s."),
    LENIENT_WRITE(
            "ESC025",
            "The step %1$s is %2$s, but its tool %3$s repairs faults that a model may have meant otherwise. What writes must"
                    + " act on exactly what the model wrote: take lenient from @Tool, or make the step READ or IDEMPOTENT."),
    CONSTRAINT_ON_OTHER_TYPE(
            "ESC026",
            "@%1$s is about %2$s, and stands on %3$s, of which it could never be checked. Remove it, or change the type."),
    CONTRADICTION(
            "ESC027",
            "%1$s leaves no value that a model could give: it would have to be %2$s. Mend one of the limits."),
    REQUIRED_AND_OPTIONAL(
            "ESC028",
            "@%1$s says that the value must be there, and %2$s says that it may be missing. Remove one of the two."),
    PATTERN_NOT_PORTABLE("ESC029", "The regular expression %1$s has %2$s at index %3$s, %4$s. %5$s"),
    BAD_LIMIT(
            "ESC030",
            "\"%1$s\" is no limit that @%2$s could have. Write a decimal number such as 0.01, of at most 1000 digits; to count"
                    + " digits, a number from 0 to 1000; for a size, 0 or more."),
    BAD_DEFAULT(
            "ESC031",
            "\"%1$s\" cannot be the default of %2$s: it would have to be %3$s. A property that is left out would be wrong"
                    + " without anybody having written it."),
    DEFAULT_OF_OPTIONAL(
            "ESC032",
            "%1$s has a default, so it always has a value, and %2$s says that it may have none. Remove one of the two."),
    DEFAULT_OF_OTHER_TYPE(
            "ESC033",
            "%1$s has a default, but %2$s can have none. Make it an Optional and choose in the code what a missing value"
                    + " means."),
    GATE_FORM(
            "ESC034",
            "The gate %1$s %2$s, but it has to be asked between the selection of a call and its invocation. Make it a"
                    + " non-private, non-static method that returns a Verdict, and whose parameters are a @Tool record, or"
                    + " a sealed interface of nothing but @Tool records, and an AgentThread if it needs one."),
    NOT_EXPRESSIBLE(
            "ESC035",
            "The tool %1$s must have a schema in every dialect of -Aescapement.dialects, but %2$s. Or take the dialect"
                    + " out of the option: then only ToolSpec.schema fails for it, when the program runs."),
    TRIGGER_FORM(
            "ESC036",
            "The trigger %1$s %2$s, but it has to make the input of a thread of what it is given. Make it a non-private,"
                    + " non-static method with one parameter that returns a String and declares no exceptions."),
    PREFETCH_FORM(
            "ESC037",
            "The prefetch %1$s %2$s, but the generated loop has to call it for what the model will need. Make it a"
                    + " non-private, non-static method that returns a value and has no parameter but an AgentThread, if it"
                    + " needs one."),
    CONTEXT_FORM(
            "ESC038",
            "The context %1$s %2$s, but the generated loop has to call it before each request. Make it a non-private,"
                    + " non-static method that takes an AgentThread, and a boolean after it if it has to know about the"
                    + " last request, returns a String or a List<Message>, and declares no exceptions."),
    NAME_TWICE("ESC039", "The %1$s %2$s has a name that is taken: \"%3$s\" is %4$s. Rename one of the two."),
    NO_DESCRIPTION(
            "ESC040",
            true,
            "%1$s has no description, so the model has to guess from its name. Add Javadoc%2$s or @Describe; or silence"
                    + " this with @SuppressWarnings(\"ESC040\")."),
    MANY_TOOLS(
            "ESC041",
            true,
            "The agent %1$s has %2$s tools. Models choose worse among more than 20: split the agent, or silence this"
                    + " with @SuppressWarnings(\"ESC041\")."),
    THROWS_ANYTHING(
            "ESC042",
            true,
            "%1$s declares %2$s, which says nothing: no message of it reaches the model. Declare the exceptions"
                    + " that the model can act on, or silence this with @SuppressWarnings(\"ESC042\")."),
    RULE_LOST(
            "ESC050",
            true,
            "%1$s obeys rules that not every dialect has a keyword for. Lost: %2$s. The descriptions say them in words"
                    + " there, and the decoder enforces them, but nothing holds the model to them. Loosen the rule, or"
                    + " silence this with @SuppressWarnings(\"ESC050\")."),
    MUCH_FOR_ONE_REQUEST(
            "ESC051",
            true,
            "The tool %1$s alone has more than all tools of a request may have together: %2$s. Requests with it will be"
                    + " refused unless it is sent in another dialect. Make it smaller, or silence this with"
                    + " @SuppressWarnings(\"ESC051\")."),
    DOUBTFUL(
            "ESC052",
            true,
            "%1$s %2$s in %3$s. Requests with it may be refused: %4$s; or silence this with"
                    + " @SuppressWarnings(\"ESC052\")."),
    SHOWN_IN_PART(
            "ESC053",
            true,
            "%1$s leads back to a type that contains it, and not every dialect can refer to a type: %2$s. Deeper values are"
                    + " accepted, but no model is told so. Use a flat list whose elements refer to each other by an id, or"
                    + " silence this with @SuppressWarnings(\"ESC053\")."),
    TWO_CONTEXTS(
            "ESC060",
            "The agent %1$s has more than one @Context method, and the model is shown a thread in one way. Keep one."),
    MIXED_SELECTION(
            "ESC061",
            "The step %1$s returns %2$s, %3$s: what follows the step would depend on the value. Let it permit nothing"
                    + " but records with @Tool to select the next step, or none of them to return a result; and no type"
                    + " parameters."),
    BAD_POLICY("ESC062", "%1$s = %2$s is nothing that a thread could be held to. Write %3$s."),
    OPEN_RESULT(
            "ESC063",
            "The step %1$s returns %2$s, which does not say of what type %3$s is, so there is no JSON Schema of it. Write"
                    + " the type in the angle brackets: %4$s<String>, for example."),
    APPROVAL_WITHOUT_STEP(
            "ESC064",
            "%1$s is annotated with @Approval, but it is no step, so there is nothing to approve. Annotate it with @Step"
                    + " too, or move @Approval to the step that is meant."),
    GATE_WITHOUT_STEP(
            "ESC065",
            "The gate %1$s guards %2$s, %3$s: nobody would ever ask it. Let it take the tool of the step that it is meant"
                    + " for, or add that step, or remove the gate."),
    UNREACHABLE_STEP(
            "ESC066",
            "The step %1$s can never run: the model is not offered it, and no step that can run returns %2$s. Let one"
                    + " return %2$s, or remove offered = false, so that the model may select it."),
    SELECTION_WITHOUT_STEP(
            "ESC067",
            "The step %1$s selects %2$s, for which the agent has no step: the thread could not go on. Add a method with"
                    + " @Step that takes it, or let %1$s return something else."),
    NEVER_FINISHES(
            "ESC068",
            "The agent %1$s can never finish: no step of it returns Finish, and what the model writes is no result"
                    + " either, so each thread would go on until a limit stops it. Let a step return Finish<…>; or write"
                    + " @Agent(onText = OnText.FINISH), if the model's answer is the result."),
    CYCLE_WITHOUT_MODEL(
            "ESC069",
            "What follows the step %1$s is a circle that no result leads out of: %2$s. As long as no step throws, the"
                    + " model is never asked again. Let one of these steps return something other than a tool, or a sealed"
                    + " interface that also permits the tool of a step outside the circle."),
    NOTHING_OFFERED(
            "ESC070",
            "The agent %1$s offers none of its steps, so the model has nothing to select and no step can ever run. Remove"
                    + " offered = false from a step that may come first."),
    NO_ROOM_FOR_THE_END(
            "ESC071",
            "The agent %1$s has %2$s = 1, and the last one is kept for finishing, but no step that the model is offered"
                    + " returns Finish: the model would have nothing to select. Raise the limit, or offer a step that"
                    + " returns Finish<…>."),
    ENDLESS(
            "ESC080",
            "No value of %1$s ever ends: each must hold another one (through %2$s), so that nobody could write one. Make"
                    + " one of these components an Optional, or a list that may be empty; or give a sealed interface"
                    + " another record."),
    UNRESOLVED(
            "ESC098",
            "%1$s was not processed, because the type %2$s cannot be found. Put it on the class path; if another"
                    + " processor generates it, look for that processor's errors."),
    INTERNAL("ESC099", "The processor failed on %1$s. This is a defect of Escapement, please report it: %2$s");

    private final String id;
    private final boolean warning;
    private final String text;

    ProblemKind(String id, String text) {
        this(id, false, text);
    }

    ProblemKind(String id, boolean warning, String text) {
        this.id = id;
        this.warning = warning;
        this.text = text;
    }

    /** The stable id. */
    public String id() {
        return id;
    }

    /** Whether generation goes on. */
    public boolean isWarning() {
        return warning;
    }

    String message(Object... arguments) {
        return "[" + id + "] " + String.format(Locale.ROOT, text, arguments);
    }
}
