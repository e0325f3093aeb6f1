package dev.escapement.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;

/**
 * The metrics of thread runs and steps. Their names are {@code gen_ai.invoke_agent.*} and {@code
 * gen_ai.execute_tool.*}.
 *
 * @param driveDuration the duration of one run of a thread in seconds
 * @param inferenceCalls the number of requests to the model in one run of a thread
 * @param toolCalls the number of executed steps in one run of a thread
 * @param stepDuration the duration of one executed step in seconds
 */
record AgentMetrics(
        DoubleHistogram driveDuration,
        LongHistogram inferenceCalls,
        LongHistogram toolCalls,
        DoubleHistogram stepDuration) {

    static AgentMetrics of(OpenTelemetry openTelemetry) {
        Histograms histograms = Histograms.of(openTelemetry);
        return new AgentMetrics(
                histograms.longSeconds(
                        "gen_ai.invoke_agent.duration",
                        "Duration of work on a thread, until the thread waits or ends."),
                histograms.calls(
                        "gen_ai.invoke_agent.inference_calls",
                        "Requests to the model in one invocation.",
                        "{inference_call}"),
                histograms.calls("gen_ai.invoke_agent.tool_calls", "Runs of steps in one invocation.", "{tool_call}"),
                histograms.seconds("gen_ai.execute_tool.duration", "Duration of one run of a step."));
    }

    /**
     * Records the metrics of one run of a thread.
     *
     * @param agent the name of the agent
     * @param seconds the duration
     * @param totals the requests, executed steps and tokens of the run
     * @param errorType the type of the exception that ended the run; empty if none
     */
    void recordDrive(String agent, double seconds, InvocationTotals totals, String errorType) {
        Attributes named = Attributes.of(Conventions.AGENT_NAME, agent);
        AttributesBuilder attributes = named.toBuilder().put(Conventions.OPERATION, "invoke_agent");
        RequestAttributes.put(attributes, Conventions.ERROR_TYPE, errorType);
        driveDuration.record(seconds, attributes.build());
        inferenceCalls.record(totals.inferenceCalls(), named);
        toolCalls.record(totals.toolCalls(), named);
    }

    /**
     * Records the metrics of one executed step.
     *
     * @param agent the name of the agent
     * @param tool the name of the tool
     * @param seconds the duration
     * @param errorType the type of the failure; empty if none
     */
    void recordStep(String agent, String tool, double seconds, String errorType) {
        AttributesBuilder attributes = Attributes.builder()
                .put(Conventions.AGENT_NAME, agent)
                .put(Conventions.TOOL_NAME, tool)
                .put(Conventions.TOOL_TYPE, StepSpan.TOOL_TYPE);
        RequestAttributes.put(attributes, Conventions.ERROR_TYPE, errorType);
        stepDuration.record(seconds, attributes.build());
    }
}
