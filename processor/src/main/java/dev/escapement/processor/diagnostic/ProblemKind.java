package dev.escapement.processor.diagnostic;

import java.util.List;

/**
 * The catalogue of everything that the processor refuses or warns about. Ids are stable: build logs and
 * {@code @SuppressWarnings} contain them. A text states the problem, its significance and the remedy; it is a
 * {@link MessageTemplate}, and the wording of its arguments is in the implementations of {@link Clause}.
 */
public enum ProblemKind {
    TOOL_TARGET(
            "ESC001",
            "{0} is annotated with @Tool but {1}. The arguments of a tool are data: make it a record without type"
                    + " parameters whose components are the arguments."),
    NO_SCHEMA("ESC002", "{0}, for which there is no JSON Schema{1}. {2}"),
    TOOL_NAME(
            "ESC003",
            "\"{0}\" cannot be the name of the tool {1}: not all providers accept it. Use 1 to 64 letters, digits, '_' or"
                    + " '-' of ASCII, and begin with a letter or '_'; set another one with @Tool(name = …)."),
    PROPERTY_NAME(
            "ESC004",
            "\"{0}\" cannot be the name of a property of {1}: not all providers accept it. Use 1 to 64 letters, digits or '_'"
                    + " of ASCII, and begin with a letter or '_'; rename it with {2}."),
    PROPERTY_TWICE(
            "ESC005",
            "{0} has two properties named \"{1}\", and a JSON object has one of each name. Rename one with"
                    + " @JsonProperty."),
    NOT_REACHABLE(
            "ESC006",
            "Generated code in {1} cannot use {0}, which {2}. Make it public, or package-private in that package; a"
                    + " nested class has to be static, and what it stands in must be as visible."),
    UNSUPPORTED_ANNOTATION(
            "ESC007",
            "@{0} on {1} is not honoured, and to pass over it in silence would break what it promises. Remove"
                    + " it{2}."),
    CODEC_TARGET(
            "ESC008",
            "{0} is annotated with @Codec but {1}. Codecs are for data: make it a record, an enum or a sealed"
                    + " interface of records, without type parameters."),
    NAME_TAKEN(
            "ESC009",
            "{0} needs the class {1}, but there is one of that name already, so it cannot be generated. Rename one of"
                    + " the two."),
    CONSTANT_TWICE(
            "ESC010",
            "{0} has two {2} named \"{1}\" in JSON, so that a reader could not tell them apart. Rename one with"
                    + " {3}."),
    AGENT_TARGET(
            "ESC011",
            "{0} is annotated with @Agent but {1}. An agent is a class that can be called: not abstract, not"
                    + " generic, not private, and static if it is nested."),
    STEP_WITHOUT_TOOL(
            "ESC012",
            "The step {0} has no tool: its first parameter must be a record annotated with @Tool{1}. The model selects"
                    + " a step by calling its tool."),
    STEP_PARAMETERS(
            "ESC013",
            "The step {0} has the parameter {1}, which nothing can fill: after the tool there may be one StepContext"
                    + " and nothing else. Give the agent what it needs in its constructor."),
    STEP_FORM(
            "ESC014",
            "The step {0} {1}, but the generated loop has to call it on an instance of the agent. Make it an"
                    + " ordinary, non-private method."),
    STEP_OUTSIDE_AGENT(
            "ESC015",
            "{0} is annotated with @{1}, but {2} is no agent, so nothing would ever call it. Annotate the class with"
                    + " @Agent; or move the method to the agent, because steps are not inherited."),
    TWO_STEPS_FOR_ONE_TOOL(
            "ESC016",
            "The steps {0} and {1} both take {2}, so a call of it would not say which to run. Give each step a tool"
                    + " of its own."),
    TWO_TOOLS_WITH_ONE_NAME(
            "ESC017",
            "The tools {0} and {1} are both named \"{2}\", so a call would not say which is meant. Rename one with"
                    + " @Tool(name = …)."),
    NO_STEPS(
            "ESC018",
            "The agent {0} has no steps, so there is nothing that it could do. Annotate a method with @Step."),
    NO_PROMPT(
            "ESC019",
            "The agent {0} has no prompt, but its model has a choice to make. Add a method: @Prompt String prompt()"
                    + " { return \"…\"; }"),
    TWO_PROMPTS("ESC020", "The agent {0} has more than one @Prompt method, and a request has one. Keep one."),
    PROMPT_FORM(
            "ESC021",
            "The prompt {0} {1}, but the generated loop has to call it before each request. Make it a non-private,"
                    + " non-static, non-generic method without parameters that returns a String and declares no"
                    + " exceptions."),
    DESTRUCTIVE_WITHOUT_GATE(
            "ESC022",
            "The step {0} is DESTRUCTIVE and has no gate: a model could do what cannot be undone, and nobody would be"
                    + " asked. Add @Approval to the step, or a method to the agent: @Gate Verdict review({1} call) { … }"),
    BAD_OPTION("ESC023", "The compiler option -A{0} has the value \"{1|,}\". Use one of: {2}."),
    DISCRIMINATOR_TAKEN(
            "ESC024",
            "{0} has a property named \"{1}\", and so has every record of {2}: it tells them apart. Rename this one"
                    + " with @JsonProperty, or the other with @JsonTypeInfo(property = …) on {2}."),
    LENIENT_WRITE(
            "ESC025",
            "The step {0} is {1}, but its tool {2} repairs faults that a model may have meant otherwise. What writes must"
                    + " act on exactly what the model wrote: take lenient from @Tool, or make the step READ or IDEMPOTENT."),
    CONSTRAINT_ON_OTHER_TYPE(
            "ESC026",
            "@{0} is about {1}, and stands on {2}, of which it could never be checked. Remove it, or change the type."),
    CONTRADICTION(
            "ESC027", "{0} leaves no value that a model could give: it would have to be {1}. Mend one of the limits."),
    REQUIRED_AND_OPTIONAL(
            "ESC028",
            "@{0} says that the value must be there, and {1} says that it may be missing. Remove one of the two."),
    PATTERN_NOT_PORTABLE("ESC029", "The regular expression {0} has {1} at index {2}, {3}"),
    BAD_LIMIT(
            "ESC030",
            "\"{0}\" is no limit that @{1} could have. Write a decimal number such as 0.01, of at most 1000 digits; to count"
                    + " digits, a number from 0 to 1000; for a size, 0 or more."),
    BAD_DEFAULT(
            "ESC031",
            "\"{0}\" cannot be the default of {1}: it would have to be {2}. A property that is left out would be wrong"
                    + " without anybody having written it."),
    DEFAULT_OF_OPTIONAL(
            "ESC032",
            "{0^} has a default, so it always has a value, and {1} says that it may have none. Remove one of the two."),
    DEFAULT_OF_OTHER_TYPE(
            "ESC033",
            "{0^} has a default, but {1} can have none. Make it an Optional and choose in the code what a missing value"
                    + " means."),
    GATE_FORM(
            "ESC034",
            "The gate {0} {1}, but it has to be asked between the selection of a call and its invocation. Make it a"
                    + " non-private, non-static method that returns a Verdict, and whose parameters are a @Tool record, or"
                    + " a sealed interface of nothing but @Tool records, and an AgentThread if it needs one."),
    NOT_EXPRESSIBLE(
            "ESC035",
            "The tool {0} must have a schema in every dialect of -Aescapement.dialects, but {1|; and }. Or take the dialect"
                    + " out of the option: then only ToolSpec.schema fails for it, when the program runs."),
    TRIGGER_FORM(
            "ESC036",
            "The trigger {0} {1}, but it has to make the input of a thread of what it is given. Make it a non-private,"
                    + " non-static method with one parameter that returns a String and declares no exceptions."),
    PREFETCH_FORM(
            "ESC037",
            "The prefetch {0} {1}, but the generated loop has to call it for what the model will need. Make it a"
                    + " non-private, non-static method that returns a value and has no parameter but an AgentThread, if it"
                    + " needs one."),
    CONTEXT_FORM(
            "ESC038",
            "The context {0} {1}, but the generated loop has to call it before each request. Make it a non-private,"
                    + " non-static method that takes an AgentThread, and a boolean after it if it has to know about the"
                    + " last request, returns a String or a List<Message>, and declares no exceptions."),
    NAME_TWICE("ESC039", "{0^} has a name that is taken: \"{1}\" is {2}. Rename one of the two."),
    NO_DESCRIPTION(
            "ESC040",
            true,
            "{0^} has no description, so the model has to guess from its name. Add Javadoc{1} or @Describe; or silence"
                    + " this with @SuppressWarnings(\"ESC040\")."),
    MANY_TOOLS(
            "ESC041",
            true,
            "The agent {0} has {1} tools. Models choose worse among more than 20: split the agent, or silence this"
                    + " with @SuppressWarnings(\"ESC041\")."),
    THROWS_ANYTHING(
            "ESC042",
            true,
            "{0^} declares {1| and }, which says nothing: no message of it reaches the model. Declare the exceptions"
                    + " that the model can act on, or silence this with @SuppressWarnings(\"ESC042\")."),
    RULE_LOST(
            "ESC050",
            true,
            "{0} obeys rules that not every dialect has a keyword for. Lost: {1|; }. The descriptions say them in words"
                    + " there, and the decoder enforces them, but nothing holds the model to them. Loosen the rule, or"
                    + " silence this with @SuppressWarnings(\"ESC050\")."),
    MUCH_FOR_ONE_REQUEST(
            "ESC051",
            true,
            "The tool {0} alone has more than all tools of a request may have together: {1|; }. Requests with it will be"
                    + " refused unless it is sent in another dialect. Make it smaller, or silence this with"
                    + " @SuppressWarnings(\"ESC051\")."),
    DOUBTFUL(
            "ESC052",
            true,
            "{0} {1|, and } in {2| and }. Requests with it may be refused: {3}; or silence this with"
                    + " @SuppressWarnings(\"ESC052\")."),
    SHOWN_IN_PART(
            "ESC053",
            true,
            "{0} leads back to a type that contains it, and not every dialect can refer to a type: {1|; }. Deeper values are"
                    + " accepted, but no model is told so. Use a flat list whose elements refer to each other by an id, or"
                    + " silence this with @SuppressWarnings(\"ESC053\")."),
    TWO_CONTEXTS(
            "ESC060",
            "The agent {0} has more than one @Context method, and the model is shown a thread in one way. Keep one."),
    MIXED_SELECTION(
            "ESC061",
            "The step {0} returns {1}, {2}: what follows the step would depend on the value. Let it permit nothing"
                    + " but records with @Tool to select the next step, or none of them to return a result; and no type"
                    + " parameters."),
    BAD_POLICY("ESC062", "{0} = {1} is nothing that a thread could be held to. Write {2}."),
    OPEN_RESULT(
            "ESC063",
            "The step {0} returns {1}, which does not say of what type {2} is, so there is no JSON Schema of it. Write"
                    + " the type in the angle brackets: {3}<String>, for example."),
    APPROVAL_WITHOUT_STEP(
            "ESC064",
            "{0} is annotated with @Approval, but it is no step, so there is nothing to approve. Annotate it with @Step"
                    + " too, or move @Approval to the step that is meant."),
    GATE_WITHOUT_STEP(
            "ESC065",
            "The gate {0} guards {1}, {2}: nobody would ever ask it. Let it take the tool of the step that it is meant"
                    + " for, or add that step, or remove the gate."),
    UNREACHABLE_STEP(
            "ESC066",
            "The step {0} can never run: the model is not offered it, and no step that can run returns {1}. Let one"
                    + " return {1}, or remove offered = false, so that the model may select it."),
    SELECTION_WITHOUT_STEP(
            "ESC067",
            "The step {0} selects {1| and }, for which the agent has no step: the thread could not go on. Add a method with"
                    + " @Step that takes it, or let {0} return something else."),
    NEVER_FINISHES(
            "ESC068",
            "The agent {0} can never finish: no step of it returns Finish, and what the model writes is no result"
                    + " either, so each thread would go on until a limit stops it. Let a step return Finish<…>; or write"
                    + " @Agent(onText = OnText.FINISH), if the model's answer is the result."),
    CYCLE_WITHOUT_MODEL(
            "ESC069",
            "What follows the step {0} is a circle that no result leads out of: {1| -> }. As long as no step throws, the"
                    + " model is never asked again. Let one of these steps return something other than a tool, or a sealed"
                    + " interface that also permits the tool of a step outside the circle."),
    NOTHING_OFFERED(
            "ESC070",
            "The agent {0} offers none of its steps, so the model has nothing to select and no step can ever run. Remove"
                    + " offered = false from a step that may come first."),
    NO_ROOM_FOR_THE_END(
            "ESC071",
            "The agent {0} has {1} = 1, and the last one is kept for finishing, but no step that the model is offered"
                    + " returns Finish: the model would have nothing to select. Raise the limit, or offer a step that"
                    + " returns Finish<…>."),
    ENDLESS(
            "ESC080",
            "No value of {0} ever ends: each must hold another one (through {1}), so that nobody could write one. Make"
                    + " one of these components an Optional, or a list that may be empty; or give a sealed interface"
                    + " another record."),
    UNRESOLVED(
            "ESC098",
            "{0} was not processed, because the type {1} cannot be found. Put it on the class path; if another"
                    + " processor generates it, look for that processor's errors."),
    INTERNAL("ESC099", "The processor failed on {0}. This is a defect of Escapement, please report it: {1}");

    private final String id;
    private final boolean warning;
    private final String template;

    ProblemKind(String id, String template) {
        this(id, false, template);
    }

    ProblemKind(String id, boolean warning, String template) {
        this.id = id;
        this.warning = warning;
        this.template = template;
    }

    /** Returns the stable id, like {@code ESC012}. */
    public String id() {
        return id;
    }

    /** Returns whether code is generated in spite of the problem. */
    public boolean isWarning() {
        return warning;
    }

    /** Returns the text with placeholders, without the id. */
    public String template() {
        return template;
    }

    /** Returns the whole message about some arguments, including the id. */
    public String message(List<?> arguments) {
        return "[" + id + "] " + MessageTemplate.render(template, arguments);
    }
}
