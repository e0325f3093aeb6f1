package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arbitrary JSON. */
@SuppressWarnings("ESC040")
public interface RawJson {

    /** A single JSON text. */
    @Tool
    @SuppressWarnings("ESC040")
    record Any(JsonText value) {}

    /** Arbitrary JSON in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Everywhere(
            List<JsonText> list,
            Map<String, JsonText> map,
            JsonText[] array,
            Optional<JsonText> perhaps,
            Generics.Page<JsonText> page) {}

    /** Nullable JSON. */
    @Tool
    @SuppressWarnings("ESC040")
    record None(@Nullable JsonText value, List<@Nullable JsonText> list) {}
}
