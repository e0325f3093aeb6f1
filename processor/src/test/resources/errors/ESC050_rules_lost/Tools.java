package shop;

import dev.escapement.Tool;
import java.util.Set;
import java.util.UUID;

// OPTION -Aescapement.dialects=openai_strict,anthropic_strict,gemini
// GENERATED shop.TagSpec shop.QuietSpec

@SuppressWarnings("ESC040")
@Tool
record Tag(
        String name,
        // WARNING ESC050 $.tags, [SchemaFinding.IN_DIALECT([uniqueItems], openai_strict), SchemaFinding.IN_DIALECT([uniqueItems], anthropic_strict), SchemaFinding.IN_DIALECT([uniqueItems], gemini)]
        Set<String> tags,
        // WARNING ESC050 $.id, [SchemaFinding.IN_DIALECT([format], gemini)]
        UUID id) {}

@SuppressWarnings({"ESC040", "ESC050"})
@Tool
record Quiet(Set<String> tags) {}
