package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.run.Interceptor.DriveResult;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Supplier;

/** Spans around work on one thread. */
record Drives(Spans spans, boolean content) {

    DriveResult around(AgentThread thread, Supplier<DriveResult> work) {
        return spans.around(
                tracer -> begin(tracer, thread),
                work::get,
                Drives::rested,
                (span, failure) -> Faults.mark(span, failure, content));
    }

    private static Span begin(Tracer tracer, AgentThread thread) {
        return tracer.spanBuilder("invoke_agent " + thread.agent())
                .setAttribute(Conventions.OPERATION, "invoke_agent")
                .setAttribute(Conventions.AGENT_NAME, thread.agent())
                .setAttribute(Conventions.CONVERSATION_ID, thread.id())
                .startSpan();
    }

    private static void rested(Span span, DriveResult rest) {
        span.setAttribute(Conventions.THREAD_STATE, state(rest));
        if (rest.command() instanceof Command.AwaitForCall await) {
            span.setAttribute(Conventions.THREAD_CALL_ID, await.call().id());
        }
    }

    private static String state(DriveResult rest) {
        if (rest.command() instanceof Command.AwaitApproval) {
            return "awaits_approval";
        } else if (rest.command() instanceof Command.AwaitReply) {
            return "awaits_reply";
        } else if (rest.command() instanceof Command.AwaitDecision) {
            return "awaits_decision";
        } else if (rest.command() instanceof Command.AwaitMessage) {
            return "awaits_message";
        }
        return isStopped(rest.thread()) ? "stopped" : "finished";
    }

    private static boolean isStopped(AgentThread thread) {
        return thread.events().stream().anyMatch(Event.Stopped.class::isInstance);
    }
}
