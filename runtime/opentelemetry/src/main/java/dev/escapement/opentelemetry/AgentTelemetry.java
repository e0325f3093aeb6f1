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
 * Spans and metrics of what a runner does, in the semantic conventions of OpenTelemetry for generative AI, version 1.41.1:
 *
 * <ul>
 *   <li>{@code invoke_agent <agent>}: work on one thread. {@code gen_ai.conversation.id} is the thread's id, and
 *       {@code escapement.thread.state} tells where it came to rest: {@code finished}, {@code stopped}, or what it waits
 *       for: {@code awaits_approval}, {@code awaits_reply}, {@code awaits_decision} or {@code awaits_message}. The call
 *       that it waits for is {@code escapement.thread.call.id}.
 *   <li>{@code chat <model>}: a request to the model, all its retries included. If a
 *       {@link dev.escapement.model.FallbackModel} asked several, it is that of the one that replied or failed last: of a
 *       reply of another provider than the first, without the name that was asked for and the server.
 *   <li>{@code execute_tool <tool>}: a run of a step. {@code escapement.step.effect} is its effect, and
 *       {@code escapement.step.outcome} one of {@code returned}, {@code selected}, {@code paused}, {@code finished} and
 *       {@code failed}; {@code escapement.step.idempotency_key} is also the reference under which the log has an exception
 *       that the step does not declare.
 *   <li>{@code fetch_context <source>}: fetching context. The conventions have no such operation.
 *   <li>{@code gen_ai.client.operation.duration} and {@code gen_ai.client.token.usage}: histograms of requests to the
 *       model. Tokens that are not known are not counted.
 * </ul>
 *
 * <p>{@code error.type} is the code of the provider, else the HTTP status, else the name of the exception's class; for an
 * exception that a step declares it is {@code declared}. The message of an exception is content, and shown only if it is
 * declared, or is that of a {@link dev.escapement.model.ModelException}, which holds no secret; of any other there is never
 * more than the class.
 *
 * <p>What is read from a stored thread is not done again, and leaves no trace. Nor does telemetry that fails: it is logged,
 * and the thread goes on. Immutable, and safe for use by many threads.
 *
 * @see <a href="https://github.com/open-telemetry/semantic-conventions/tree/v1.41.1/docs/gen-ai">The conventions</a>,
 *     version 1.41.1
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
        this.driveSpan = new DriveSpan(spans, content);
        this.contextSpan = new ContextSpan(spans, content);
        this.chatSpan = new ChatSpan(spans, ChatMetrics.of(openTelemetry), nanoTime, content);
        this.stepSpan = new StepSpan(spans, content);
    }

    /**
     * Telemetry without content.
     *
     * @param openTelemetry where spans and metrics go
     * @return an interceptor for any number of runners
     */
    public static AgentTelemetry of(OpenTelemetry openTelemetry) {
        return new AgentTelemetry(openTelemetry, System::nanoTime, false);
    }

    /**
     * The same telemetry with or without content: the prompt, the messages and the reply
     * ({@code gen_ai.system_instructions}, {@code gen_ai.input.messages}, {@code gen_ai.output.messages}), the arguments
     * and the result of a step ({@code gen_ai.tool.call.arguments}, {@code gen_ai.tool.call.result}), all as JSON text,
     * and the message of an exception that is declared or comes from the model. Content is whatever people have said, steps
     * have returned and providers have quoted: it may be large, and may be nobody's business.
     *
     * @param content whether to record it; without this method it is not
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
