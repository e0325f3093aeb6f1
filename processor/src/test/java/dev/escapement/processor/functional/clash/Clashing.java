package dev.escapement.processor.functional.clash;

import dev.escapement.Tool;

/** Has components of types that share their simple names with what generated code imports. */
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
