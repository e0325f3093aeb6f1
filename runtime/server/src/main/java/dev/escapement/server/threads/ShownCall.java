package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.json.JsonText;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open call as a person sees it, with the hash that binds the decision to its arguments.
 *
 * @param call the call with the arguments with which its step would run, in the form of the current release of the agent:
 *     with repairs and defaults, and without duplicate names, so that a policy reads the same values as the step
 * @param arguments the arguments with repairs and defaults; empty if they are not JSON
 * @param sha256 the recorded hash for an approval, otherwise the hash of the arguments, as hexadecimal digits
 */
record ShownCall(Call call, Optional<JsonText> arguments, String sha256) {

    /**
     * Returns an open call.
     *
     * @param loop the loop of the agent, or null if the server does not have it
     */
    static ShownCall of(@Nullable AgentLoop loop, AgentThread thread, CallProgress progress) {
        Call call = current(loop, thread, progress);
        String text = loop == null ? call.arguments() : canonical(loop, call).orElse(call.arguments());
        Event.ApprovalAsked asked = progress.approved() == null ? progress.asked() : null;
        String sha256 = asked == null ? ContentHash.hex(text) : asked.argumentsSha256();
        return new ShownCall(new Call(call.id(), call.tool(), text), JsonTexts.parsed(text), sha256);
    }

    /** Returns the call of an open question in its current form; other calls as recorded. */
    private static Call current(@Nullable AgentLoop loop, AgentThread thread, CallProgress progress) {
        return loop == null
                ? progress.call()
                : question(loop, thread, progress.call().id()).orElseGet(progress::call);
    }

    /** {@return the call of an open question in its current form; empty if the agent does not ask about the call} */
    static Optional<Call> question(AgentLoop loop, AgentThread thread, String callId) {
        for (Command.AwaitForCall question : Reducer.questions(loop, thread)) {
            if (question.call().id().equals(callId)) {
                return Optional.of(question.call());
            }
        }
        return Optional.empty();
    }

    /** {@return a call with the arguments as its step would receive them; the call itself if they are not valid} */
    static Call canonical(Call call, @Nullable AgentLoop loop) {
        Optional<String> text = loop == null ? Optional.empty() : canonical(loop, call);
        return text.map(arguments -> new Call(call.id(), call.tool(), arguments))
                .orElse(call);
    }

    private static Optional<String> canonical(AgentLoop loop, Call call) {
        try {
            return ToolSpec.named(call.tool(), loop.tools()).map(spec -> canonical(spec, call));
        } catch (RuntimeException e) {
            return Optional.empty(); // the current release does not accept the arguments
        }
    }

    private static <T> String canonical(ToolSpec<T> spec, Call call) {
        return spec.encode(spec.arguments(call));
    }
}
