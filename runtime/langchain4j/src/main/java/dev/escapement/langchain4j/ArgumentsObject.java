package dev.escapement.langchain4j;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * The arguments of an earlier call as a JSON object. Several providers take nothing else, and the adapters of LangChain4j
 * for them throw for what they cannot parse: one malformed call would be the end of its thread.
 */
final class ArgumentsObject {

    private ArgumentsObject() {}

    /** The arguments as the model wrote them if they are an object, else as they were understood, else none. */
    static String of(Call call, List<ToolSpec<?>> tools) {
        if (isObject(call.arguments())) {
            return call.arguments();
        }
        for (ToolSpec<?> tool : tools) {
            if (tool.name().equals(call.tool())) {
                return understood(tool, call.arguments());
            }
        }
        return "{}";
    }

    private static <T> String understood(ToolSpec<T> tool, String arguments) {
        Decoded<T> decoded = tool.decode(arguments, new ReadOptions(tool.leniency(), null));
        return decoded instanceof Decoded.Accepted<T> accepted ? tool.encode(accepted.value()) : "{}";
    }

    private static boolean isObject(String json) {
        try {
            return new JsonText(json).json().strip().startsWith("{");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
