package dev.escapement.spring.actuate;

/**
 * The names of the meters and tags. They are those of OpenTelemetry's semantic conventions for generative AI, version 0.1.0,
 * where these define one; the others begin with {@code escapement}.
 */
final class MeterNames {
    static final String REQUEST = "gen_ai.client.inference.duration";
    static final String INPUT_TOKENS = "gen_ai.client.inference.usage.input_tokens";
    static final String OUTPUT_TOKENS = "gen_ai.client.inference.usage.output_tokens";
    static final String CACHED_TOKENS = "gen_ai.client.inference.usage.cache_read.input_tokens";
    static final String DRIVE = "gen_ai.invoke_agent.duration";
    static final String STEP = "gen_ai.execute_tool.duration";
    static final String FETCH = "escapement.fetch_context.duration";
    static final String THREADS = "escapement.threads";

    static final String AGENT = "gen_ai.agent.name";
    static final String PROVIDER = "gen_ai.provider.name";
    static final String MODEL = "gen_ai.request.model";
    static final String TOOL = "gen_ai.tool.name";
    static final String OPERATION = "gen_ai.operation.name";
    static final String ERROR = "error.type";
    static final String SOURCE = "escapement.context.source";
    static final String OUTCOME = "escapement.step.outcome";
    static final String STATE = "escapement.thread.state";

    /** The value of a tag that does not apply. */
    static final String NONE = "none";

    private MeterNames() {}
}
