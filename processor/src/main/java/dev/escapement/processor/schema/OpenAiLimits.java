package dev.escapement.processor.schema;

/** The sizes beyond which OpenAI refuses a strict schema, as documented in 2026. */
final class OpenAiLimits {

    /** A string enum with more values than this has a limit of its own. */
    static final int LARGE_ENUM = 250;

    private static final int PROPERTIES = 5_000;
    private static final int DEPTH = 10;
    private static final int CHARACTERS = 120_000;
    private static final int ENUM_VALUES = 1_000;
    private static final int LARGE_ENUM_CHARACTERS = 15_000;

    private OpenAiLimits() {}

    static void check(SchemaStatistics statistics, LoweringReport report) {
        limit(statistics.properties(), PROPERTIES, "properties", report);
        limit(statistics.depth(), DEPTH, "objects and arrays inside one another", report);
        limit(statistics.characters(), CHARACTERS, "characters in names and enums", report);
        limit(statistics.enumValues(), ENUM_VALUES, "values of enums", report);
        limit(
                statistics.longestLargeEnum(),
                LARGE_ENUM_CHARACTERS,
                "characters in an enum of more than " + LARGE_ENUM + " values",
                report);
    }

    private static void limit(int found, int allowed, String what, LoweringReport report) {
        if (found > allowed) {
            report.inexpressible(
                    "has " + found + " " + what + ", and the dialect allows " + allowed, "split it into smaller tools");
        }
    }
}
