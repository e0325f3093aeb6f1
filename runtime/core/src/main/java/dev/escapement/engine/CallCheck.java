package dev.escapement.engine;

import dev.escapement.internal.failure.Failures;
import dev.escapement.internal.hash.Sha256;
import dev.escapement.json.StaleCodeError;
import dev.escapement.thread.CallProgress;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The validation of tool calls, and the hash that binds an approval to a call's arguments. */
final class CallCheck {

    private CallCheck() {}

    /**
     * Returns the reason why a model's call is rejected, or empty if the call is valid and its tool is offered. The
     * reason is text for the model.
     *
     * @param at the time of the call, to which the constraints on past and future times refer
     */
    static Optional<String> fault(Call call, Instant at, AgentLoop loop) {
        Optional<ToolSpec<?>> tool = ToolSpec.named(call.tool(), loop.tools());
        return tool.isPresent() && loop.offered(tool.get().name())
                ? check(call, tool.get(), at)
                : Optional.of(unknown(call, OfferedTools.offered(loop, false)));
    }

    /**
     * Returns the reason why a call is invalid, or empty if it is a valid call to one of the given tools. The reason is
     * text for the model.
     *
     * @param at the time of the call, to which the constraints on past and future times refer
     * @param tools the tools that may be called
     */
    static Optional<String> fault(Call call, Instant at, List<ToolSpec<?>> tools) {
        Optional<ToolSpec<?>> tool = ToolSpec.named(call.tool(), tools);
        return tool.isPresent() ? check(call, tool.get(), at) : Optional.of(unknown(call, tools));
    }

    /** Returns the violations of a call's arguments. An error from the constructor of a record is one, too. */
    private static Optional<String> check(Call call, ToolSpec<?> tool, Instant at) {
        try {
            return call.check(tool, at);
        } catch (RuntimeException | Error e) {
            StaleCodeError.throwIfStale(e); // no arguments are usable, so the model cannot correct them
            Failures.throwIfFatal(e);
            return Optional.of(ModelMessages.ARGUMENTS_UNUSABLE);
        }
    }

    /**
     * Returns whether code, a person, or the gates of an earlier release accepted a call. It is valid although the model may
     * not select its tool.
     */
    static boolean isAccepted(CallProgress call) {
        return call.selectedByCode()
                || call.edited()
                || call.asked() != null
                || call.gatePassed()
                || call.started() != null;
    }

    /**
     * Returns whether a call's decoded arguments can be written as canonical JSON, so that an approval can be bound to
     * them.
     */
    static boolean isHashable(Call call, List<ToolSpec<?>> tools) {
        try {
            return !argumentsSha256(call, tools).isEmpty();
        } catch (RuntimeException | Error e) {
            StaleCodeError.throwIfStale(e);
            Failures.throwIfFatal(e);
            return false;
        }
    }

    private static String unknown(Call call, List<ToolSpec<?>> tools) {
        return ModelMessages.unknownTool(
                call.tool(), tools.stream().<String>map(ToolSpec::name).toList());
    }

    /**
     * Returns the hexadecimal SHA-256 hash of a call's decoded arguments in canonical JSON. The arguments include
     * repairs and defaults.
     *
     * @param call a valid call
     */
    static String argumentsSha256(Call call, List<ToolSpec<?>> tools) {
        return Sha256.hex(canonicalArguments(call, tools));
    }

    /**
     * Returns a call's decoded arguments in canonical JSON.
     *
     * @param call a valid call
     */
    static String canonicalArguments(Call call, List<ToolSpec<?>> tools) {
        return ToolSpec.named(call.tool(), tools)
                .<String>map(tool -> canonical(tool, call))
                .orElseThrow(() -> new IllegalArgumentException("unknown tool " + call.tool()));
    }

    private static <T> String canonical(ToolSpec<T> tool, Call call) {
        return tool.encode(tool.arguments(call));
    }
}
