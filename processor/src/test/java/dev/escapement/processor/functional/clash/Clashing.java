package dev.escapement.processor.functional.clash;

import dev.escapement.Tool;

/** A tool with components whose types clash with the imports of generated code. */
@Tool
@SuppressWarnings("ESC040")
record Clashing(
        Call call,
        Dialect dialect,
        java.util.List<List> list,
        java.util.Map<String, Map> map,
        java.util.Optional<Optional> optional,
        JsonReader reader,
        ToolSpec spec) {}
