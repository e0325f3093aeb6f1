package dev.escapement.engine;

import dev.escapement.internal.hash.Sha256;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The validation of calls, and the hash to which approvals are bound. */
final class CallCheck {

    private CallCheck() {}

    /**
     * Returns the reason why a call by the model is invalid or not offered, as text for the model; empty if it is
     * valid.
     *
     * @param at the time of the call, to which the constraints on past and future times refer
     */
    static Optional<String> fault(Call call, Instant at, AgentLoop loop) {
        Optional<ToolSpec<?>> tool = ToolSpec.named(call.tool(), loop.tools());
        return tool.isPresent() && loop.offered(call.tool())
                ? call.check(tool.get(), at)
                : Optional.of(unknown(call, OfferedTools.offered(loop, false)));
    }

    /**
     * Returns the reason why a call is invalid, as text for the model; empty if it is a valid call to one of the given
     * tools.
     *
     * @param at the time of the call, to which the constraints on past and future times refer
     * @param tools the tools that may be called
     */
    static Optional<String> fault(Call call, Instant at, List<ToolSpec<?>> tools) {
        return ToolSpec.named(call.tool(), tools)
                .map(tool -> call.check(tool, at))
                .orElseGet(() -> Optional.of(unknown(call, tools)));
    }

    private static String unknown(Call call, List<ToolSpec<?>> tools) {
        return ModelMessages.unknownTool(
                call.tool(), tools.stream().<String>map(ToolSpec::name).toList());
    }

    /**
     * Returns the SHA-256, as hexadecimal digits, of the decoded arguments of a call in canonical JSON. Repairs and
     * defaults are included.
     *
     * @param call a valid call
     */
    static String argumentsSha256(Call call, List<ToolSpec<?>> tools) {
        return ToolSpec.named(call.tool(), tools)
                .map(tool -> Sha256.hex(canonical(tool, call)))
                .orElseThrow(() -> new IllegalArgumentException("unknown tool " + call.tool()));
    }

    private static <T> String canonical(ToolSpec<T> tool, Call call) {
        return tool.encode(tool.arguments(call));
    }
}
