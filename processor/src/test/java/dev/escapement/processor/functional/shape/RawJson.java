package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any JSON. */
@SuppressWarnings("ESC040")
public interface RawJson {

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Any(JsonText value) {}

    /** In everything that can hold it. */
    @Tool
    @SuppressWarnings("ESC040")
    record Everywhere(
            List<JsonText> list,
            Map<String, JsonText> map,
            JsonText[] array,
            Optional<JsonText> perhaps,
            Generics.Page<JsonText> page) {}

    /** Null, or any JSON but null. */
    @Tool
    @SuppressWarnings("ESC040")
    record None(@Nullable JsonText value, List<@Nullable JsonText> list) {}
}
