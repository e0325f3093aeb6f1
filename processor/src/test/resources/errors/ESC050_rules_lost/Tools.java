package shop;

import dev.escapement.Tool;
import java.net.URI;
import java.util.Set;

// OPTION -Aescapement.dialects=openai_strict,anthropic_strict,gemini
// GENERATED shop.TagSpec shop.QuietSpec

@SuppressWarnings("ESC040")
@Tool
record Tag(
        String name,
        // WARNING ESC050 $.tags, [SchemaFinding.IN_DIALECT([uniqueItems], openai_strict), SchemaFinding.IN_DIALECT([uniqueItems], anthropic_strict), SchemaFinding.IN_DIALECT([uniqueItems], gemini)]
        Set<String> tags,
        // WARNING ESC050 $.place, [SchemaFinding.IN_DIALECT([format], openai_strict), SchemaFinding.IN_DIALECT([format], gemini)]
        URI place) {}

@SuppressWarnings({"ESC040", "ESC050"})
@Tool
record Quiet(Set<String> tags) {}
