package dev.escapement.engine;

import dev.escapement.internal.failure.Failures;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.StaleCodeError;
import dev.escapement.json.UpcastException;
import dev.escapement.json.Upcasts;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorded call in the form of the current release of the agent. The tool has its current name, and the arguments have
 * passed through the {@link dev.escapement.Upcast} methods of the tool. The recorded call does not change.
 *
 * @param recorded the call as it was recorded
 * @param call the call in the current form; the recorded call itself unless the release changed its name or its form
 * @param version the version of the step when the arguments were recorded, or null if it is unknown
 * @param failure the exception of an upcast method; the arguments are then the recorded ones
 * @param isKnown whether the current release of the agent has the tool
 */
record CurrentCall(
        Call recorded,
        Call call,
        @Nullable StepVersion version,
        @Nullable UpcastException failure,
        boolean isKnown) {

    /**
     * Returns a call in its current form.
     *
     * @param version the version of the step when the arguments were recorded, or null if it is unknown
     */
    static CurrentCall of(Call recorded, @Nullable StepVersion version, List<ToolSpec<?>> tools) {
        Optional<ToolSpec<?>> named = ToolSpec.named(recorded.tool(), tools);
        if (named.isEmpty()) {
            return new CurrentCall(recorded, recorded, version, null, false);
        }
        ToolSpec<?> tool = named.get();
        String arguments = recorded.arguments();
        UpcastException failure = null;
        try {
            arguments = upcast(tool, arguments, version);
        } catch (UpcastException e) {
            failure = e;
        }
        boolean isCurrent = tool.name().equals(recorded.tool()) && arguments.equals(recorded.arguments());
        Call call = isCurrent ? recorded : new Call(recorded.id(), tool.name(), arguments);
        return new CurrentCall(recorded, call, version, failure, true);
    }

    /** Returns the call as the model or a step selected it, before a person edited it. */
    static CurrentCall selected(CallProgress progress, List<ToolSpec<?>> tools) {
        return of(progress.selected(), progress.selectedVersion(), tools);
    }

    private static String upcast(ToolSpec<?> tool, String arguments, @Nullable StepVersion version) {
        Upcasts upcasts = tool.upcasts();
        return version == null
                ? upcasts.upcastUnknown(arguments, text -> isValid(tool, text))
                : upcasts.upcast(version.arguments(), arguments);
    }

    private static boolean isValid(ToolSpec<?> tool, String arguments) {
        try {
            return tool.decode(arguments, new ReadOptions(tool.leniency(), null)) instanceof Decoded.Accepted<?>;
        } catch (RuntimeException | Error e) {
            StaleCodeError.throwIfStale(e);
            Failures.throwIfFatal(e);
            return false;
        }
    }

    /** Returns the call under its recorded name, which messages for the model contain. */
    Call named() {
        return call.tool().equals(recorded.tool()) ? call : new Call(recorded.id(), recorded.tool(), call.arguments());
    }

    /** Returns whether an upcast method changed the value of the arguments. */
    boolean isConverted() {
        return !call.arguments().equals(recorded.arguments())
                && !new JsonText(call.arguments()).canonical().equals(new JsonText(recorded.arguments()).canonical());
    }

    /**
     * Returns whether a release changed the form of the arguments, so that another canonical form of them is expected. It is
     * not if the version is unknown.
     */
    boolean isRevised(List<ToolSpec<?>> tools) {
        return isConverted()
                || (version != null
                        && ToolSpec.named(recorded.tool(), tools)
                                .map(ToolSpec::structureFingerprint)
                                .filter(current -> !current.isEmpty()
                                        && !version.arguments().isEmpty()
                                        && !current.equals(version.arguments()))
                                .isPresent());
    }

    /**
     * Returns the command that requests approval again. The question contains the arguments: the converted ones, or the
     * recorded ones with the defaults of this release.
     */
    Command.ReopenApproval reopened(Event.ApprovalAsked asked, String question, List<ToolSpec<?>> tools) {
        String shown = isConverted() ? call.arguments() : CallCheck.canonicalArguments(call, tools);
        return new Command.ReopenApproval(
                call,
                question + "\n" + ModelMessages.argumentsConverted(recorded.tool(), shown),
                CallCheck.argumentsSha256(call, tools),
                asked.deadline());
    }
}
