package dev.escapement.processor.model;

/**
 * The qualified names of runtime classes and third-party annotations. The processor does not depend on these classes. A
 * test verifies that each name resolves.
 */
public final class RuntimeNames {

    public static final String TOOL = "dev.escapement.Tool";
    public static final String UPCAST = "dev.escapement.Upcast";
    public static final String CODEC = "dev.escapement.Codec";
    public static final String AGENT = "dev.escapement.Agent";
    public static final String TOOLKIT = "dev.escapement.Toolkit";
    public static final String STEP = "dev.escapement.Step";
    public static final String PROMPT = "dev.escapement.Prompt";
    public static final String GATE = "dev.escapement.Gate";
    public static final String APPROVAL = "dev.escapement.Approval";
    public static final String TRIGGER = "dev.escapement.Trigger";
    public static final String PREFETCH = "dev.escapement.Prefetch";
    public static final String CONTEXT = "dev.escapement.Context";
    public static final String JOIN = "dev.escapement.Join";
    public static final String MODEL_OPTIONS = "dev.escapement.ModelOptions";
    public static final String ON_FAILURES = "dev.escapement.OnFailures";
    public static final String ON_TEXT = "dev.escapement.OnText";
    public static final String DESCRIBE = "dev.escapement.Describe";
    public static final String GENERATED = "dev.escapement.Generated";
    public static final String LENIENCY = "dev.escapement.Leniency";
    public static final String NAMING = "dev.escapement.Naming";
    public static final String EFFECT = "dev.escapement.Effect";

    public static final String JSON_CODEC = "dev.escapement.json.JsonCodec";
    public static final String DECODED = "dev.escapement.json.Decoded";
    public static final String READ_OPTIONS = "dev.escapement.json.ReadOptions";
    public static final String JSON_READER = "dev.escapement.codegen.JsonReader";
    public static final String JSON_WRITER = "dev.escapement.codegen.JsonWriter";
    public static final String UPCASTS = "dev.escapement.json.Upcasts";
    public static final String JSON_TEXT = "dev.escapement.json.JsonText";
    public static final String PRIMITIVE_ARRAYS = "dev.escapement.codegen.PrimitiveArrays";
    public static final String TEXT_CODECS = "dev.escapement.codegen.TextCodecs";
    public static final String CONSTANT_SET = "dev.escapement.codegen.ConstantSet";
    public static final String ENUM_TEXT = "dev.escapement.codegen.EnumText";
    public static final String PORTABLE_PATTERN = "dev.escapement.codegen.PortablePattern";
    public static final String PROPERTY_SET = "dev.escapement.codegen.PropertySet";
    public static final String SHAPE_CHECK = "dev.escapement.codegen.ShapeCheck";

    public static final String CONTENT = "dev.escapement.content.Content";
    public static final String CONTENT_FILE = "dev.escapement.content.Content.File";

    public static final String CALL = "dev.escapement.tool.Call";
    public static final String DIALECT = "dev.escapement.tool.Dialect";
    public static final String TOOL_SPEC = "dev.escapement.tool.ToolSpec";

    public static final String AGENT_LOOP = "dev.escapement.engine.AgentLoop";
    public static final String AGENT_THREAD = "dev.escapement.thread.AgentThread";
    public static final String BUDGET = "dev.escapement.thread.Budget";
    public static final String COMMAND = "dev.escapement.engine.Command";
    public static final String CONTEXT_SOURCE = "dev.escapement.engine.ContextSource";
    public static final String TRIGGER_SPEC = "dev.escapement.engine.TriggerSpec";
    public static final String SCHEDULE = "dev.escapement.engine.Schedule";
    public static final String DELEGATE = "dev.escapement.Delegate";
    public static final String DELEGATE_START = "dev.escapement.engine.DelegateStart";
    public static final String FINISH = "dev.escapement.Finish";
    public static final String FLOW = "dev.escapement.engine.Flow";
    public static final String OUTCOME = "dev.escapement.engine.Outcome";
    public static final String PAUSE = "dev.escapement.Pause";
    public static final String POLICY = "dev.escapement.engine.Policy";
    public static final String REDUCER = "dev.escapement.engine.Reducer";
    public static final String REQUEST_OPTIONS = "dev.escapement.model.RequestOptions";
    public static final String REPLY = "dev.escapement.thread.Reply";
    public static final String START = "dev.escapement.thread.Start";
    public static final String STEP_CONTEXT = "dev.escapement.StepContext";
    public static final String THREAD_RESULTS = "dev.escapement.engine.ThreadResults";
    public static final String VERDICT = "dev.escapement.Verdict";

    public static final String MESSAGE = "dev.escapement.model.Message";

    public static final String NULL_UNMARKED = "org.jspecify.annotations.NullUnmarked";

    public static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
    public static final String JSON_PROPERTY_DESCRIPTION = "com.fasterxml.jackson.annotation.JsonPropertyDescription";
    public static final String JSON_CLASS_DESCRIPTION = "com.fasterxml.jackson.annotation.JsonClassDescription";
    public static final String JSON_VALUE = "com.fasterxml.jackson.annotation.JsonValue";
    public static final String JSON_CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";
    public static final String JSON_TYPE_INFO = "com.fasterxml.jackson.annotation.JsonTypeInfo";
    public static final String JSON_TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";
    public static final String JSON_SUB_TYPES = "com.fasterxml.jackson.annotation.JsonSubTypes";

    private RuntimeNames() {}
}
