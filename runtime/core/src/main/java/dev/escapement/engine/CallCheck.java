package dev.escapement.engine;

import dev.escapement.internal.hash.Sha256;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a call, in the words that the model reads, and what exactly a right one asks for. */
final class CallCheck {

    private CallCheck() {}

    /**
     * What is wrong with a call, if anything is.
     *
     * @param at when the model made it, with which times that must be past or future are compared
     * @param tools those that could be called
     */
    static Optional<String> fault(Call call, Instant at, List<ToolSpec<?>> tools) {
        Optional<ToolSpec<?>> tool = ToolSpec.named(call.tool(), tools);
        if (tool.isEmpty()) {
            List<String> names = tools.stream().<String>map(ToolSpec::name).toList();
            return Optional.of(ModelMessages.unknownTool(call.tool(), names));
        }
        return tool.get()
                .decode(call.arguments(), at)
                .fold(accepted -> Optional.empty(), rejected -> Optional.of(rejected.feedback(call.tool())));
    }

    /**
     * The SHA-256, in hex, of what a call asks for: its arguments as they are understood, repairs and defaults included,
     * written as canonical JSON.
     *
     * @param call a call without a fault
     */
    static String argumentsSha256(Call call, List<ToolSpec<?>> tools) {
        return ToolSpec.named(call.tool(), tools)
                .map(tool -> Sha256.hex(canonical(tool, call)))
                .orElseThrow(() -> new IllegalArgumentException("there is no tool named " + call.tool()));
    }

    private static <T> String canonical(ToolSpec<T> tool, Call call) {
        return tool.encode(tool.arguments(call));
    }
}
