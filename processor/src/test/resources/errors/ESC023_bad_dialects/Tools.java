package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.dialects=openai_strict,claude,GEMINI
// NOWHERE ERROR ESC023 escapement.dialects, [claude, GEMINI], [json_schema, openai, openai_strict, anthropic, anthropic_strict, gemini]
// GENERATED shop.AskSpec
@SuppressWarnings("ESC040")
@Tool
record Ask(String text) {}
