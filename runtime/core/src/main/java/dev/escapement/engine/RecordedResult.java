package dev.escapement.engine;

import dev.escapement.json.Decoded;
import dev.escapement.json.UpcastException;
import dev.escapement.json.Upcasts;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.ToolSpec;
import org.jspecify.annotations.Nullable;

/** The rules for results of threads that an earlier release of the agent recorded. */
final class RecordedResult {

    private RecordedResult() {}

    /**
     * Returns whether the current code can read the result of a thread. A result in the current form is readable without a
     * check, and so is the result of a hand-written loop without a schema.
     *
     * @param thread the thread with the versions that apply to the result
     * @param end the end of the thread
     * @return {@code true} also if the text of the model is the result
     */
    static boolean isReadable(AgentLoop loop, AgentThread thread, Event.Finished end) {
        return ThreadResults.toolOf(thread, end)
                .map(tool -> isReadable(loop, thread.state().versions().get(tool), tool, end.result()))
                .orElse(true);
    }

    private static boolean isReadable(AgentLoop loop, @Nullable StepVersion version, String recorded, String result) {
        String recordedForm = version == null ? "" : version.result();
        return ToolSpec.named(recorded, loop.tools())
                .map(ToolSpec::name)
                .filter(tool -> loop.flow(tool).endsThread())
                .filter(tool -> isCurrent(loop, tool, recordedForm) || isValid(loop, tool, recordedForm, result))
                .isPresent();
    }

    private static boolean isCurrent(AgentLoop loop, String tool, String form) {
        String current = loop.resultFingerprint(tool);
        return current.isEmpty() || current.equals(form);
    }

    /** Returns whether the decoder of the step accepts a result, possibly after its conversion. */
    private static boolean isValid(AgentLoop loop, String tool, String form, String result) {
        Upcasts upcasts = loop.upcasts(tool);
        try {
            String current = form.isEmpty()
                    ? upcasts.upcastUnknown(result, text -> isAccepted(loop, tool, text))
                    : upcasts.upcast(form, result);
            return isAccepted(loop, tool, current);
        } catch (UpcastException failed) {
            return false;
        }
    }

    private static boolean isAccepted(AgentLoop loop, String tool, String result) {
        return ThreadResults.read(loop, tool, result, defect -> {}) instanceof Decoded.Accepted<?>;
    }
}
