package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.dialects=openai_strict,claude,GEMINI
// NOWHERE ERROR [ESC023] The compiler option -Aescapement.dialects has the value "claude,GEMINI". Use one of: json_schema, openai, openai_strict, anthropic, anthropic_strict, gemini.
// GENERATED shop.AskSpec
@SuppressWarnings("ESC040")
@Tool
record Ask(String text) {}
