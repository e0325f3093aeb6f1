package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Set;

// GENERATED shop.TagSpec
// OPTION -Aescapement.dialects=gemini
/** Tag an order. */
@Tool
// WARNING ESC050 $.tags, [SchemaFinding.IN_DIALECT([uniqueItems], gemini)]
record Tag(@Describe("Order tags") Set<String> tags) {}
