package dev.escapement.processor.diagnostic;

import java.util.List;

/**
 * The kinds of problems that the processor reports. IDs are stable, because build logs and {@code @SuppressWarnings}
 * contain them. A message states the problem, the rule and the remedy. In messages, method names end with {@code ()},
 * and annotations begin with {@code @}. Each message is a {@link MessageTemplate}; the implementations of {@link
 * Clause} contain the wording of its arguments.
 */
public enum ProblemKind {
    TOOL_TARGET(
            "ESC001",
            "The type {0} is annotated with @Tool but {1}. The components of a record define the arguments of the"
                    + " tool. Declare {0} as a record without type parameters, with one component for each argument."),
    NO_SCHEMA("ESC002", "{0}{1}. {2}"),
    TOOL_NAME(
            "ESC003",
            "\"{0}\" is not a valid name for the tool {1}. Some providers accept only 1 to 64 ASCII letters, digits,"
                    + " '_' and '-', starting with a letter or '_'. Write @Tool(name = \"…\") with such a name."),
    PROPERTY_NAME(
            "ESC004",
            "\"{0}\" is not a valid property name in the type {1}. Some providers accept only 1 to 64 ASCII"
                    + " letters, digits and '_', starting with a letter or '_'. Rename the property with {2}."),
    PROPERTY_TWICE(
            "ESC005",
            "The record {0} has two properties named \"{1}\". Property names in a JSON object must be unique."
                    + " Write @JsonProperty(\"…\") with another name on one of the components."),
    NOT_REACHABLE(
            "ESC006",
            "Generated code in {1} cannot access the type {0}, which {2}. Generated code uses types directly,"
                    + " without reflection. Make the type public, or package-private in {1}. If the type is nested,"
                    + " declare it static and make its enclosing types equally visible."),
    UNSUPPORTED_ANNOTATION(
            "ESC007",
            "@{0} on {1} is not supported. Escapement rejects unsupported annotations instead of ignoring them."
                    + " Remove @{0}{2}."),
    CODEC_TARGET(
            "ESC008",
            "The type {0} is annotated with @Codec but {1}. Only records, enums and sealed interfaces of records can"
                    + " have a codec. Declare {0} as one of these, without type parameters."),
    NAME_TAKEN(
            "ESC009",
            "The class {1} cannot be generated for the type {0}. A class with that name already exists. Rename"
                    + " {0} or the existing class. If an earlier build generated the class, delete it: the Eclipse"
                    + " compiler does not replace it."),
    CONSTANT_TWICE(
            "ESC010",
            "The type {0} has two {2} named \"{1}\" in JSON. A decoder cannot distinguish {2} with the same name."
                    + " Rename one of the {2} with {3}."),
    AGENT_TARGET(
            "ESC011",
            "The type {0} is annotated with @Agent but {1}. The generated loop calls the methods of an instance"
                    + " of the agent. Declare {0} as a class that is not abstract, generic or private. If {0} is"
                    + " nested, also declare it static."),
    STEP_WITHOUT_TOOL(
            "ESC012",
            "The step {0}() does not take a tool{1}. The model selects a step by calling its tool. Use a record"
                    + " annotated with @Tool as the type of the first parameter."),
    STEP_PARAMETERS(
            "ESC013",
            "The step {0}() has the parameter \"{1}\", which the generated loop cannot supply. A step takes its"
                    + " tool and, optionally, one StepContext. Pass other values to the constructor of the agent."),
    STEP_FORM(
            "ESC014",
            "The step {0}() {1}. The generated loop calls each step directly on an instance of the agent. {2}"),
    STEP_OUTSIDE_AGENT(
            "ESC015",
            "The method {0}() is annotated with @{1}, but the enclosing type {2} is neither an agent nor a"
                    + " toolkit. Only methods declared in an @Agent or @Toolkit class are called; inherited methods are"
                    + " not. Annotate {2} with @Agent or @Toolkit, or move the method to such a class."),
    TWO_STEPS_FOR_ONE_TOOL(
            "ESC016",
            "The steps {0}() and {1}() both accept the tool {2}. Each tool must identify exactly one step."
                    + " Declare another record with @Tool, and use it as the parameter of one of the steps."),
    TWO_TOOLS_WITH_ONE_NAME(
            "ESC017",
            "The tools {0} and {1} are both named \"{2}\". Tool names must be unique within an agent. Write"
                    + " @Tool(name = \"…\") with another name on one of the records."),
    NO_STEPS(
            "ESC018",
            "The agent {0} has no steps. The model can act only by selecting steps. Annotate at least one method with"
                    + " @Step."),
    NO_PROMPT(
            "ESC019",
            "The agent {0} has no prompt. Each request to the model requires a prompt. Add a method: @Prompt"
                    + " String prompt() { return \"…\"; }"),
    TWO_PROMPTS(
            "ESC020",
            "The agent {0} has more than one @Prompt method. Each request has exactly one prompt. Remove @Prompt"
                    + " from all but one of these methods."),
    PROMPT_FORM(
            "ESC021",
            "The prompt method {0}() {1}. The generated loop calls the prompt method directly and without arguments,"
                    + " and sends the returned String to the model. {2}"),
    DESTRUCTIVE_WITHOUT_GATE(
            "ESC022",
            "The step {0}() has the effect DESTRUCTIVE but no gate. A gate must check each call, because the effect"
                    + " cannot be undone. Add @Approval to the step, or add a gate: @Gate Verdict"
                    + " review({1} call) { … }"),
    BAD_OPTION(
            "ESC023", "The compiler option -A{0} has the unsupported value \"{1|,}\". Use one of these values: {2}."),
    DISCRIMINATOR_TAKEN(
            "ESC024",
            "The record {0} has a property named \"{1}\", which is also the name of the discriminator of the sealed"
                    + " interface {2}. Both properties belong to the same JSON object, so their names must differ."
                    + " Rename the property with @JsonProperty, or the discriminator with @JsonTypeInfo(property = …)"
                    + " on {2}."),
    LENIENT_WRITE(
            "ESC025",
            "The step {0}() has the effect {1}, but its tool {2} is lenient. Only steps with the effect READ or"
                    + " IDEMPOTENT may have a lenient tool, because a repair can misinterpret an argument. Remove"
                    + " lenient from @Tool, or set the effect of the step to READ or IDEMPOTENT."),
    CONSTRAINT_ON_OTHER_TYPE(
            "ESC026",
            "@{0} does not apply to {2}. The annotation applies only to {1}. Remove @{0}, or change the type of"
                    + " the value."),
    CONTRADICTION("ESC027", "No value satisfies {0}: {1}. Change or remove one of the constraints."),
    REQUIRED_AND_OPTIONAL(
            "ESC028",
            "@{0} requires a value, but {1} allows a missing value. A value cannot be both required and optional."
                    + " Remove @{0} or {1}."),
    PATTERN_NOT_PORTABLE("ESC029", "The regular expression \"{0}\" contains {1} at index {2}. {3}"),
    BAD_LIMIT("ESC030", "\"{0}\" is not a valid limit for @{1}. Use {2}."),
    BAD_DEFAULT(
            "ESC031", "\"{0}\" is not a valid default for {1}. The default must be {2}. Change or remove the default."),
    DEFAULT_OF_OPTIONAL(
            "ESC032",
            "{0^} has a default and is also {1}. A property with a default always has a value. Remove the default"
                    + " or {1}."),
    DEFAULT_OF_OTHER_TYPE(
            "ESC033",
            "{0^} has a default, but defaults are not supported for {1}. Remove the default, declare the"
                    + " component as an Optional, and handle the missing value in the code."),
    GATE_FORM(
            "ESC034",
            "The gate {0}() {1}. The generated loop calls each gate directly with the selected call and acts on the"
                    + " returned Verdict. {2}"),
    NOT_EXPRESSIBLE(
            "ESC035",
            "The tool \"{0}\" does not have a schema in every dialect that -Aescapement.dialects lists. {1| }"
                    + " Alternatively, remove the dialect from the option; ToolSpec.schema() then throws an"
                    + " exception for this dialect at run time."),
    TRIGGER_FORM(
            "ESC036",
            "The trigger {0}() {1}. The generated loop calls each trigger directly to convert one argument to the"
                    + " input of a new thread. {2}"),
    PREFETCH_FORM(
            "ESC037",
            "The prefetch method {0}() {1}. The generated loop calls each prefetch method directly and sends the"
                    + " returned value to the model. {2}"),
    CONTEXT_FORM(
            "ESC038",
            "The context method {0}() {1}. The generated loop calls the context method directly to render the thread"
                    + " for the model. {2}"),
    NAME_TWICE(
            "ESC039",
            "The name \"{1}\" of {0} is already used by {2}. The name must be unique within the agent and its"
                    + " generated loop. Rename {0}."),
    NO_DESCRIPTION(
            "ESC040",
            Severity.WARNING,
            "{0^} has no description. Without a description, the model sees only the name. Add @Describe(\"…\") or"
                    + " Javadoc{1}, or suppress this warning with @SuppressWarnings(\"ESC040\")."),
    MANY_TOOLS(
            "ESC041",
            Severity.WARNING,
            "The agent {0} has {1} tools. Models select tools less reliably if there are more than 20. Move some"
                    + " steps to another @Agent class, or suppress this warning with @SuppressWarnings(\"ESC041\")."),
    THROWS_ANYTHING(
            "ESC042",
            Severity.WARNING,
            "{0^} declares that it throws {1| and }. The messages of such general exceptions are not sent to the"
                    + " model. Declare the specific exceptions that the model can act on, or suppress this warning"
                    + " with @SuppressWarnings(\"ESC042\")."),
    UNKNOWN_OUTCOME(
            "ESC043",
            Severity.WARNING,
            "{0^} has the effect {1} and declares that it throws {2}. Such an exception does not reveal whether"
                    + " the operation took effect, so the outcome counts as unknown although the exception is declared."
                    + " Declare an exception of your own for operations that certainly had no effect, throw"
                    + " UnknownOutcomeException without declaring it for all others, or suppress this warning with"
                    + " @SuppressWarnings(\"ESC043\")."),
    FOREIGN_EXCEPTION(
            "ESC044",
            Severity.WARNING,
            "{0^} declares that it throws {1}. The model receives the messages of declared exceptions, but the"
                    + " messages of library exceptions are not written for a model and can contain paths, addresses or"
                    + " SQL. Throw an exception of your own with a message for the model instead, or suppress this"
                    + " warning with @SuppressWarnings(\"ESC044\")."),
    CODEC_ADVISED(
            "ESC045",
            Severity.NOTE,
            "The agent {0} uses {1|, and }, each handled by private methods in at least {2} generated files. With"
                    + " @Codec, one file contains the code for a type. Annotate the types with @Codec, or suppress this"
                    + " note with @SuppressWarnings(\"ESC045\")."),
    COMMITTED_EXCEPTION(
            "ESC046",
            Severity.WARNING,
            "{0^} runs in a transaction that commits if the method throws {1| or }. The model then receives an error,"
                    + " although the writes remain. {2} in @Transactional{3}, or suppress this warning with"
                    + " @SuppressWarnings(\"ESC046\")."),
    PARAM_TAG(
            "ESC047",
            Severity.WARNING,
            "The Javadoc of the record {0} has {1|; }. The model does not read the description of such a tag. Correct"
                    + " or remove the tag, or suppress this warning with @SuppressWarnings(\"ESC047\")."),
    MIXED_NAMING(
            "ESC048",
            Severity.WARNING,
            "{0^} refers to {1}, whose naming differs from that of the enclosing JSON. The annotation of {1} does not"
                    + " set a naming, so this may be unintended. Write {2} on {1} to use one naming, or {3} to keep"
                    + " both, or suppress this warning with @SuppressWarnings(\"ESC048\")."),
    AUXILIARY_CLASS(
            "ESC049",
            Severity.NOTE,
            "The type {0} is not in a source file named {1}.java. With -Xlint:auxiliaryclass, javac warns about the"
                    + " signatures of generated code that contain this type. Move {1} to {1}.java, or suppress this"
                    + " note with @SuppressWarnings(\"ESC049\")."),
    RULE_LOST(
            "ESC050",
            Severity.WARNING,
            "The value at {0} has constraints that some dialects cannot express: {1|; }. In these dialects, only"
                    + " the description states the constraints, although the decoder still checks them. Remove the"
                    + " constraints, or suppress this warning with @SuppressWarnings(\"ESC050\")."),
    MUCH_FOR_ONE_REQUEST(
            "ESC051",
            Severity.WARNING,
            "The tool \"{0}\" alone exceeds a limit for all tools of a request combined: {1|; }. In that dialect, the"
                    + " provider rejects every request that contains the tool. Remove properties, make optional"
                    + " properties required, use another dialect, or suppress this warning with"
                    + " @SuppressWarnings(\"ESC051\")."),
    DOUBTFUL(
            "ESC052",
            Severity.WARNING,
            "The value at {0} {1|, and } (in {2| and }). The provider may reject requests with this schema. {3},"
                    + " or suppress this warning with @SuppressWarnings(\"ESC052\")."),
    SHOWN_IN_PART(
            "ESC053",
            Severity.WARNING,
            "The value at {0} refers back to an enclosing type, but not every dialect supports recursion: {1|; }."
                    + " More deeply nested values are accepted but are not described by the schema. Use a flat list"
                    + " whose elements refer to each other by ID, or suppress this warning with"
                    + " @SuppressWarnings(\"ESC053\")."),
    TWO_CONTEXTS("ESC060", AgentMessages.TWO_CONTEXTS),
    MIXED_SELECTION("ESC061", AgentMessages.MIXED_SELECTION),
    BAD_POLICY("ESC062", AgentMessages.BAD_POLICY),
    OPEN_RESULT("ESC063", AgentMessages.OPEN_RESULT),
    APPROVAL_WITHOUT_STEP("ESC064", AgentMessages.APPROVAL_WITHOUT_STEP),
    GATE_WITHOUT_STEP("ESC065", AgentMessages.GATE_WITHOUT_STEP),
    UNREACHABLE_STEP("ESC066", AgentMessages.UNREACHABLE_STEP),
    SELECTION_WITHOUT_STEP("ESC067", AgentMessages.SELECTION_WITHOUT_STEP),
    NEVER_FINISHES("ESC068", AgentMessages.NEVER_FINISHES),
    CYCLE_WITHOUT_MODEL("ESC069", AgentMessages.CYCLE_WITHOUT_MODEL),
    NOTHING_OFFERED("ESC070", AgentMessages.NOTHING_OFFERED),
    NO_ROOM_FOR_THE_END("ESC071", AgentMessages.NO_ROOM_FOR_THE_END),
    AGENT_NAME("ESC072", AgentMessages.AGENT_NAME),
    BAD_STEP_LIMIT("ESC073", AgentMessages.BAD_STEP_LIMIT),
    ATTEMPTS_OF_DESTRUCTIVE("ESC074", AgentMessages.ATTEMPTS_OF_DESTRUCTIVE),
    HIDDEN_ANNOTATIONS(
            "ESC075",
            "The annotations on the types in the record {0} are unknown, because its class file cannot be read. This"
                    + " compiler does not report annotations such as @Nullable on types in class files, and without"
                    + " them the schema could be wrong. Put the class file on the class path or the module path,"
                    + " compile {0} together with this type, or use the javac of JDK 22 or later."),
    MISSING_CODEC(
            "ESC076",
            "The class {1}, which is generated for the type {0}, is missing. {0} was compiled without the annotation"
                    + " processor, so that its values cannot be read or written. Compile {0} with the annotation"
                    + " processor, or add the library that contains {1} to the class path."),
    NOT_VISIBLE(
            "ESC077",
            "Generated code cannot use the type {0}, which {1}. Generated code is in files of its own, and uses types"
                    + " directly, without reflection. Declare the type in an ordinary source file. If the type is in"
                    + " another module, export its package and require that module."),
    TOO_LARGE("ESC078", "{0^} has {1}."),
    ENDLESS(
            "ESC080",
            "The type {0} has no finite value. Each value contains another value of the same type through the cycle"
                    + " {1| -> }. Declare a component in this cycle as an Optional or as a list that can be empty."
                    + " Alternatively, if the cycle contains a sealed interface, permit a record outside the cycle."),
    SUBTYPE_NAMES(
            "ESC082",
            "{0}. Each type that a sealed interface permits has exactly one name in JSON, and a list of names must be"
                    + " complete. {1}."),
    BAD_MODEL_OPTION("ESC083", "@ModelOptions({1} = {2}) on {0} does not set a valid option. Use {3}."),
    OPTIONS_WITHOUT_REQUEST("ESC084", "@ModelOptions on {0} has no effect, because {1}."),
    FILE_IN_TOOL(
            "ESC085",
            "{0^} contains a file. The model could invent the reference to a file."
                    + " Use a component that identifies the file, such as a number, and look it up in the step."),
    BAD_SCHEDULE(
            "ESC086",
            "The schedule \"{1}\" of the trigger {0}() {2}. Write minute, hour, day of month, month and day of week, for"
                    + " example \"0 9 * * MON-FRI\"."),
    BAD_ZONE("ESC087", "The zone \"{1}\" of the trigger {0}() {2}."),
    DELEGATE_TARGET("ESC090", DelegateMessages.DELEGATE_TARGET),
    JOIN_FORM("ESC091", DelegateMessages.JOIN_FORM),
    JOIN_WITHOUT_DELEGATE("ESC092", DelegateMessages.JOIN_WITHOUT_DELEGATE),
    TWO_JOINS("ESC093", DelegateMessages.TWO_JOINS),
    JOIN_RESULT("ESC094", DelegateMessages.JOIN_RESULT),
    DELEGATION_CYCLE("ESC095", DelegateMessages.DELEGATION_CYCLE),
    DELEGATE_IN_TRANSACTION("ESC096", DelegateMessages.DELEGATE_IN_TRANSACTION),
    UNRESOLVED(
            "ESC098",
            "The type {0} was not processed, because the type {1} was not found. Generated code requires all types"
                    + " that {0} uses. Add {1} to the class path. If another annotation processor generates {1}, fix"
                    + " the errors of that processor first."),
    INTERNAL(
            "ESC099",
            "The processor failed on the type {0}. The cause is a bug in Escapement. Report the bug with this"
                    + " stack trace: {1}"),
    TOOLKIT_TARGET("ESC100", ToolkitMessages.TARGET),
    TOOLKIT_METHOD("ESC101", ToolkitMessages.METHOD),
    BAD_TOOLKIT("ESC102", ToolkitMessages.NOT_LISTED),
    TOOLKIT_ACCESS("ESC103", ToolkitMessages.ACCESS),
    INVALID_TOOLKIT("ESC104", ToolkitMessages.INVALID),
    TOOLKIT_CLASH("ESC105", ToolkitMessages.CLASH),
    REPLACED_STEP("ESC106", ToolkitMessages.REPLACED_STEP),
    BAD_WITHHELD("ESC107", ToolkitMessages.WITHHELD),
    EFFECT_GATE_FORM("ESC108", ToolkitMessages.EFFECT_GATE_FORM),
    EFFECT_GATE_WITHOUT_STEP("ESC109", ToolkitMessages.EFFECT_GATE_WITHOUT_STEP),
    LOCKED_STEP_REMOVED("ESC110", LockMessages.STEP_REMOVED),
    LOCKED_FLOW_CHANGED("ESC111", LockMessages.FLOW_CHANGED),
    LOCKED_ARGUMENTS_CHANGED("ESC112", LockMessages.ARGUMENTS_CHANGED),
    LOCKED_REPLY_CHANGED("ESC113", LockMessages.REPLY_CHANGED),
    LOCKED_RESULT_CHANGED("ESC114", LockMessages.RESULT_CHANGED),
    LOCKED_DELEGATE_CHANGED("ESC115", LockMessages.DELEGATE_CHANGED),
    BAD_LOCK_FILE("ESC116", LockMessages.BAD_FILE),
    LOCK_FOLDER("ESC117", LockMessages.FOLDER),
    NO_LOCK_FILE("ESC118", Severity.NOTE, LockMessages.NO_FILE),
    LOCK_OUTDATED("ESC119", Severity.NOTE, LockMessages.OUTDATED),
    UPCAST_METHOD("ESC120", VersionMessages.UPCAST_METHOD),
    UPCAST_FROM("ESC121", VersionMessages.UPCAST_FROM),
    UPCAST_OVERLAP("ESC122", VersionMessages.UPCAST_OVERLAP),
    UPCAST_OUTSIDE_RECORD("ESC123", VersionMessages.UPCAST_OUTSIDE_RECORD),
    FORMER_NAME("ESC124", VersionMessages.FORMER_NAME);

    private static final String PAGES = "processor/diagnostics/";

    private final String id;
    private final Severity severity;
    private final String template;

    ProblemKind(String id, String template) {
        this(id, Severity.ERROR, template);
    }

    ProblemKind(String id, Severity severity, String template) {
        this.id = id;
        this.severity = severity;
        this.template = template;
    }

    /** Returns the stable ID, such as {@code ESC012}. */
    public String id() {
        return id;
    }

    /** Returns the severity. */
    public Severity severity() {
        return severity;
    }

    /** Returns whether the problem does not prevent code generation and can be suppressed. */
    public boolean isWarning() {
        return severity != Severity.ERROR;
    }

    /** Returns the message template, without the ID. */
    public String template() {
        return template;
    }

    /** Returns the path of the documentation page for this kind of problem, relative to the repository root. */
    public String page() {
        return PAGES + id + ".md";
    }

    /**
     * Returns the complete message with the given arguments, including the ID and the path of the documentation page.
     */
    public String message(List<?> arguments) {
        return "[" + id + "] " + MessageTemplate.render(template, arguments) + " (" + page() + ")";
    }
}
