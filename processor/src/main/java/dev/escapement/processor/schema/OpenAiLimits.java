package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.DialectLimitation;
import dev.escapement.processor.diagnostic.SchemaQuantity;

/** OpenAI's limits on strict schemas, as documented in 2026. */
final class OpenAiLimits {

    /** The number of values in a string enum above which the total length of the values is limited. */
    static final int LARGE_ENUM = 250;

    private static final int PROPERTIES = 5_000;
    private static final int DEPTH = 10;
    private static final int CHARACTERS = 120_000;
    private static final int ENUM_VALUES = 1_000;
    private static final int LARGE_ENUM_CHARACTERS = 15_000;

    private OpenAiLimits() {}

    static void check(SchemaStatistics statistics, LoweringReport report) {
        limit(statistics.properties(), PROPERTIES, SchemaQuantity.PROPERTIES, report);
        limit(statistics.depth(), DEPTH, SchemaQuantity.DEPTH, report);
        limit(statistics.characters(), CHARACTERS, SchemaQuantity.CHARACTERS, report);
        limit(statistics.enumValues(), ENUM_VALUES, SchemaQuantity.ENUM_VALUES, report);
        limit(
                statistics.longestLargeEnum(),
                LARGE_ENUM_CHARACTERS,
                SchemaQuantity.LARGE_ENUM_CHARACTERS.with(LARGE_ENUM),
                report);
    }

    private static void limit(int found, int allowed, Clause what, LoweringReport report) {
        if (found > allowed) {
            report.inexpressible(DialectLimitation.SIZE.with(found, what, allowed));
        }
    }
}
