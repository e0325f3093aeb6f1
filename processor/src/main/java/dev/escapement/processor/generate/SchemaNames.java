package dev.escapement.processor.generate;

import dev.escapement.processor.schema.SchemaDialect;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the constants that contain schemas. A name states which dialects share the schema. */
final class SchemaNames {

    private static final String SUFFIX = "_SCHEMA";

    private static final Set<SchemaDialect> STRICT =
            EnumSet.of(SchemaDialect.OPENAI_STRICT, SchemaDialect.ANTHROPIC_STRICT);

    private SchemaNames() {}

    /** Returns the name for the schema of the given dialects. Disjoint sets of dialects have different names. */
    static String of(Set<SchemaDialect> dialects) {
        List<SchemaDialect> inOrder = List.copyOf(dialects);
        if (dialects.equals(EnumSet.of(SchemaDialect.JSON_SCHEMA))) {
            return "CANONICAL" + SUFFIX;
        } else if (dialects.contains(SchemaDialect.JSON_SCHEMA)) {
            return "SCHEMA";
        } else if (dialects.equals(STRICT)) {
            return "STRICT" + SUFFIX;
        }
        return switch (dialects.size()) {
            case 1 -> inOrder.get(0) + SUFFIX;
            case 2 -> inOrder.get(0) + "_AND_" + inOrder.get(1) + SUFFIX;
            // At least three of the four dialects of these providers. The schema of Gemini always differs.
            default -> SchemaDialect.OPENAI + "_AND_" + SchemaDialect.ANTHROPIC + SUFFIX;
        };
    }

    /** Returns all names, so that no other constant uses them. */
    static Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        for (SchemaDialect first : SchemaDialect.values()) {
            for (SchemaDialect second : SchemaDialect.values()) {
                names.add(of(EnumSet.of(first, second)));
            }
        }
        return names;
    }
}
