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
        // ERROR [ESC035] The tool count … dialects, but in openai_strict and gemini, $.any is any JSON, and the dialect needs to know its type; use a String that holds JSON, or a type that says what is expected. Or take
        JsonText any) {}
