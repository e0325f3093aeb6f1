package dev.escapement.model.spi;

import dev.escapement.internal.failure.Failures;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/** A converter that turns the arguments of an earlier call into a JSON object. */
final class ArgumentsObject {

    private ArgumentsObject() {}

    /**
     * Returns a call's arguments as a JSON object, or empty if they cannot be converted. Arguments that are an object
     * are returned unchanged; the called tool decodes and encodes all others. A defect of the argument record has been
     * answered with the call, and must not prevent later requests.
     */
    static Optional<String> of(Call call, List<ToolSpec<?>> tools) {
        if (isObject(call.arguments())) {
            return Optional.of(call.arguments());
        }
        return ToolSpec.named(call.tool(), tools).flatMap(tool -> understood(tool, call.arguments()));
    }

    private static <T> Optional<String> understood(ToolSpec<T> tool, String arguments) {
        try {
            return tool.decode(arguments, new ReadOptions(tool.leniency(), null))
                    .fold(accepted -> Optional.of(tool.encode(accepted.value())), rejected -> Optional.empty());
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            return Optional.empty();
        }
    }

    private static boolean isObject(String json) {
        try {
            return new JsonText(json).json().strip().startsWith("{");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
