package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The dialects of JSON Schema. The constants are those of {@code dev.escapement.tool.Dialect}, which documents them.
 */
public enum SchemaDialect {
    JSON_SCHEMA,
    OPENAI,
    OPENAI_STRICT,
    ANTHROPIC,
    ANTHROPIC_STRICT,
    GEMINI;

    /** Returns the dialect with the given compiler option name, empty for an unknown name. */
    public static Optional<SchemaDialect> ofOption(String option) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.option().equals(option))
                .findFirst();
    }

    /** Returns the name of the dialect in a compiler option, such as {@code openai_strict}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lowers a canonical schema to this dialect.
     *
     * @param source the type that the schema describes
     */
    LoweredSchema lower(SchemaDocument document, SourceRef source) {
        LoweringReport report = new LoweringReport(this, source);
        Lowering lowering = switch (this) {
            case JSON_SCHEMA -> new Lowering(report);
            case OPENAI, ANTHROPIC -> new UnrestrictedLowering(report);
            case OPENAI_STRICT -> new OpenAiStrictLowering(report);
            case ANTHROPIC_STRICT -> new AnthropicStrictLowering(report);
            case GEMINI -> new GeminiLowering(report);
        };
        return report.lowered(lowering.lower(document));
    }
}
