package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Reducer;
import dev.escapement.json.JsonText;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.server.http.PartsHash;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open call as a person sees it, with the hash that binds the decision to its arguments.
 *
 * @param call the call with the arguments with which its step would run, in the form of the current release of the agent:
 *     with its name for the tool, with repairs and defaults, and without duplicate names, so that a policy reads the same values as the step
 * @param arguments the arguments with repairs and defaults; empty if they are not JSON
 * @param sha256 the recorded hash for an approval, otherwise the hash of the arguments, and of the question if the step has
 *     asked a person, as hexadecimal digits
 */
record ShownCall(Call call, Optional<JsonText> arguments, String sha256) {

    /**
     * Returns an open call.
     *
     * @param loop the loop of the agent, or null if the server does not have it
     */
    static ShownCall of(@Nullable AgentLoop loop, CallProgress progress) {
        Call call = loop == null ? progress.call() : canonical(EventFactory.current(loop, progress), loop);
        String text = call.arguments();
        return new ShownCall(call, JsonTexts.parsed(text), sha256(progress, text));
    }

    /** Returns the hash of everything that an answer refers to: of a question to a person, also its text and the form. */
    private static String sha256(CallProgress progress, String arguments) {
        Event.ReplyAsked question = progress.question();
        if (question != null) {
            return PartsHash.hex(List.of(arguments, question.question(), question.schema()));
        }
        Event.ApprovalAsked asked = progress.approved() == null ? progress.asked() : null;
        return asked == null ? ContentHash.hex(arguments) : asked.argumentsSha256();
    }

    /** {@return whether the agent asks a person about a call} */
    static boolean isQuestion(AgentLoop loop, AgentThread thread, String callId) {
        return Reducer.questions(loop, thread).stream()
                .anyMatch(question -> question.call().id().equals(callId));
    }

    /**
     * {@return a call with the current name of its tool, and with the arguments as its step would receive them unless they are
     * not valid}
     */
    static Call canonical(Call call, @Nullable AgentLoop loop) {
        return loop == null
                ? call
                : ToolSpec.named(call.tool(), loop.tools())
                        .map(spec -> new Call(call.id(), spec.name(), canonical(spec, call)))
                        .orElse(call);
    }

    private static <T> String canonical(ToolSpec<T> spec, Call call) {
        try {
            return spec.encode(spec.arguments(call));
        } catch (RuntimeException e) {
            return call.arguments(); // the current release does not accept them
        }
    }
}
