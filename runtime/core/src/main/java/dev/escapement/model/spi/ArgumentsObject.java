package dev.escapement.model.spi;

import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/** The conversion of the arguments of an earlier call to a JSON object. */
final class ArgumentsObject {

    private ArgumentsObject() {}

    /**
     * Returns the arguments as written if they are a JSON object, else as the called tool decodes them; empty if
     * neither succeeds.
     */
    static Optional<String> of(Call call, List<ToolSpec<?>> tools) {
        if (isObject(call.arguments())) {
            return Optional.of(call.arguments());
        }
        return ToolSpec.named(call.tool(), tools).flatMap(tool -> understood(tool, call.arguments()));
    }

    private static <T> Optional<String> understood(ToolSpec<T> tool, String arguments) {
        return tool.decode(arguments, new ReadOptions(tool.leniency(), null))
                .fold(accepted -> Optional.of(tool.encode(accepted.value())), rejected -> Optional.empty());
    }

    private static boolean isObject(String json) {
        try {
            return new JsonText(json).json().strip().startsWith("{");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
