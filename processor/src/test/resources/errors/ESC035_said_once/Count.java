package shop;

import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.util.Optional;

// OPTION -Aescapement.dialects=gemini,openai_strict

// One sentence, though the type is written out three times for Gemini.
@SuppressWarnings({"ESC040", "ESC053"})
@Tool
record Count(
        Optional<Count> next,
        // ERROR ESC035 count, [SchemaFinding.LIMITATION([openai_strict, gemini], $.any, DialectLimitation.ANY_JSON)]
        JsonText any) {}
