package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Map;

// OPTION -Aescapement.dialects=openai_strict
/** Tag an order. */
@Tool
// ERROR ESC035 tag, [SchemaFinding.LIMITATION([openai_strict], $.tags, DialectLimitation.MAP)]
record Tag(@Describe("Tag values by name") Map<String, String> tags) {}
