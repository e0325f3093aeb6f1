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
        // WARNING [ESC050] $.tags obeys … Lost: uniqueItems in openai_strict; uniqueItems in anthropic_strict; uniqueItems in gemini. … silence
        Set<String> tags,
        // WARNING [ESC050] $.place obeys … Lost: format in openai_strict; format in gemini.
        URI place) {}

@SuppressWarnings({"ESC040", "ESC050"})
@Tool
record Quiet(Set<String> tags) {}
