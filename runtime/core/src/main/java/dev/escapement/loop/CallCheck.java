package dev.escapement.loop;

import dev.escapement.json.Decoded;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
            return Optional.of(Sentences.unknownTool(call.tool(), names));
        }
        return tool.get().decode(call.arguments(), at) instanceof Decoded.Rejected<?> rejected
                ? Optional.of(rejected.feedback(call.tool()))
                : Optional.empty();
    }

    /**
     * The SHA-256, in hex, of what a call asks for: its arguments as they are understood, repairs and defaults included,
     * written as canonical JSON.
     *
     * @param call a call without a fault
     */
    static String argumentsSha256(Call call, List<ToolSpec<?>> tools) {
        return ToolSpec.named(call.tool(), tools)
                .map(tool -> sha256(canonical(tool, call)))
                .orElseThrow(() -> new IllegalArgumentException("there is no tool named " + call.tool()));
    }

    private static <T> String canonical(ToolSpec<T> tool, Call call) {
        return tool.encode(tool.arguments(call));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
