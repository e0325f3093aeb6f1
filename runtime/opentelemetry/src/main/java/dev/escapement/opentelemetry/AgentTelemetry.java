package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.Interceptor;
import dev.escapement.thread.AgentThread;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An interceptor that records OpenTelemetry spans and metrics for a runner. They follow OpenTelemetry's semantic
 * conventions for generative AI, version 0.1.0.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop).model(model).interceptor(AgentTelemetry.of(openTelemetry)).build();
 * }</pre>
 *
 * <p>Spans:
 *
 * <ul>
 *   <li>{@code invoke_agent <agent>}: work on one thread, until it waits or ends. {@code gen_ai.conversation.id} is the id of
 *       the thread. {@code escapement.thread.state} is {@code finished}, {@code stopped}, {@code awaits_approval},
 *       {@code awaits_reply}, {@code awaits_decision}, {@code awaits_child} or {@code awaits_message}; {@code
 *       escapement.thread.call.id} is the call that the thread waits for, if it waits for one. For a thread that another
 *       thread started, {@code escapement.thread.parent.id} and {@code escapement.thread.parent.call.id} are the thread and
 *       the call that started it, and {@code escapement.thread.path} contains the names of the agents from the root. A
 *       child is executed after the work on its parent: if one call of the runner executes both, their spans have the
 *       same parent, which is the span of the caller; a worker elsewhere starts a new trace.
 *   <li>{@code chat <model>}: a request to the model, including its retries. If a
 *       {@link dev.escapement.model.FallbackModel} tried several models, the span describes the last one. For a model
 *       whose provider differs from the first model's, the requested name and the server are unknown.
 *   <li>{@code execute_tool <tool>}: a run of a step. {@code escapement.step.effect} is its effect;
 *       {@code escapement.step.outcome} is {@code returned}, {@code selected}, {@code paused}, {@code finished},
 *       {@code failed}, or {@code in_doubt} after a declared exception that does not exclude an effect; {@code escapement.step.idempotency_key} is also the reference under which an undeclared exception is
 *       logged.
 *   <li>{@code fetch_context <source>}: fetching context. {@code escapement.context.source} is the name of the source.
 * </ul>
 *
 * <p>The conventions define neither {@code fetch_context} nor the attributes that begin with {@code escapement}: these
 * are specific to this library.
 *
 * <p>Metrics:
 *
 * <ul>
 *   <li>of requests to the model: {@code gen_ai.client.inference.duration}, the totals
 *       {@code gen_ai.client.inference.usage.input_tokens}, {@code .output_tokens} and {@code .cache_read.input_tokens}, and
 *       the distributions {@code gen_ai.client.inference.operation.input_tokens} and {@code .output_tokens}. Unknown usage is
 *       0 tokens of the modality {@code unknown};
 *   <li>of work on threads: {@code gen_ai.invoke_agent.duration}, {@code .inference_calls} and {@code .tool_calls};
 *   <li>of runs of steps: {@code gen_ai.execute_tool.duration}.
 * </ul>
 *
 * <p>{@code error.type} is the error code of the provider if it has at most 64 letters, digits and {@code _.-},
 * otherwise the HTTP status, otherwise the name of the exception's class. For an exception that the agent's method declares, it is {@code declared}, unless the outcome is in
 * doubt. The status of a span
 * contains the message of an exception only {@linkplain #withContent with content}, and only if the exception is
 * declared or is a {@link dev.escapement.model.ModelException}; messages of other exceptions are never recorded.
 *
 * <p>Each action is recorded once: reading, replaying or continuing a stored thread records nothing for earlier actions. A
 * failure of telemetry is logged and does not affect the thread. Immutable, and safe for use by many Java threads.
 *
 * @see <a href="https://github.com/open-telemetry/semantic-conventions-genai/tree/v0.1.0/docs/gen-ai">The conventions,
 *     version 0.1.0</a>
 */
public final class AgentTelemetry implements Interceptor {

    private final OpenTelemetry openTelemetry;
    private final LongSupplier nanoTime;
    private final DriveSpan driveSpan;
    private final ContextSpan contextSpan;
    private final ChatSpan chatSpan;
    private final StepSpan stepSpan;

    AgentTelemetry(OpenTelemetry openTelemetry, LongSupplier nanoTime, boolean content) {
        this.openTelemetry = Objects.requireNonNull(openTelemetry, "openTelemetry");
        this.nanoTime = nanoTime;
        SpanTemplate spans = SpanTemplate.of(openTelemetry);
        AgentMetrics agentMetrics = AgentMetrics.of(openTelemetry);
        this.driveSpan = new DriveSpan(spans, agentMetrics, nanoTime, content);
        this.contextSpan = new ContextSpan(spans, content);
        this.chatSpan = new ChatSpan(spans, InferenceMetrics.of(openTelemetry), nanoTime, content);
        this.stepSpan = new StepSpan(spans, agentMetrics, nanoTime, content);
    }

    /**
     * Returns an interceptor that does not record the content of messages and steps.
     *
     * @param openTelemetry the receiver of spans and metrics
     * @return an interceptor for any number of runners
     */
    public static AgentTelemetry of(OpenTelemetry openTelemetry) {
        return new AgentTelemetry(openTelemetry, System::nanoTime, false);
    }

    /**
     * Returns a copy that records the content of messages and steps if {@code content} is true. Default: without
     * content. Content is the prompt, the messages and the reply ({@code gen_ai.system_instructions}, {@code
     * gen_ai.input.messages}, {@code gen_ai.output.messages}), the arguments and the result of a step ({@code
     * gen_ai.tool.call.arguments}, {@code gen_ai.tool.call.result}), all as JSON text, and the messages of exceptions
     * that are declared or come from the model. It may be large, and may contain personal data.
     *
     * @param content whether to record content
     * @return another interceptor
     */
    public AgentTelemetry withContent(boolean content) {
        return new AgentTelemetry(openTelemetry, nanoTime, content);
    }

    @Override
    public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
        return driveSpan.around(thread, next);
    }

    @Override
    public Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
        return contextSpan.around(thread, fetch, next);
    }

    @Override
    public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        return chatSpan.around(thread, request, next);
    }

    @Override
    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        return stepSpan.around(thread, step, next);
    }

    @Override
    public Runnable carry(Runnable work) {
        return TelemetryGuard.get(() -> Context.current().wrap(work), work);
    }
}
