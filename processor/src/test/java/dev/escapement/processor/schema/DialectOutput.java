package dev.escapement.processor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import java.util.List;

/** The output of a dialect, in the short notation of the tests. */
final class DialectOutput {

    private DialectOutput() {}

    /** Returns the schema of a property {@code x}, the only one of its object. */
    static String property(SchemaDialect dialect, ModelFixtures models, Definition.Property property) {
        String schema = ToolSchemas.of(models.of(property)).in(dialect).text().compact();
        int begin = schema.indexOf("\"x\":") + 4;
        int end = schema.indexOf("},\"required\":", begin);
        for (int depth = 0, i = begin; i < schema.length(); i++) {
            depth += schema.charAt(i) == '{' ? 1 : schema.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                end = i + 1;
                break;
            }
        }
        return quotes(schema.substring(begin, end));
    }

    /** Returns the whole schema. */
    static String schema(SchemaDialect dialect, CodecModel codec) {
        return quotes(ToolSchemas.of(codec).in(dialect).text().compact());
    }

    /** Returns the property {@code description} with sentences in their JSON form. */
    static String described(String... sentences) {
        String text = String.join(" ", sentences);
        return "'description':'" + text.replace("\\", "\\\\").replace("\"", "\\'") + "'";
    }

    private static String quotes(String json) {
        return json.replace('"', '\'');
    }

    /** Returns the lost keywords, as "where keyword". */
    static List<String> unsupported(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).unsupportedKeywords().stream()
                .map(finding -> finding.path() + " " + finding.keyword())
                .toList();
    }

    /** Returns the inexpressible parts, as "path LIMITATION". */
    static List<String> inexpressible(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).inexpressible().stream()
                .map(finding -> finding.path() + " " + finding.limitation())
                .toList();
    }

    /** Returns the compatibility risks, as "path REASON". */
    static List<String> risks(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).risks().stream()
                .map(finding -> finding.path() + " " + finding.reason())
                .toList();
    }

    /** Returns the types truncated at some depth, as "where levels". */
    static List<String> truncations(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).truncations().stream()
                .map(cut -> cut.path() + " " + cut.levels())
                .toList();
    }

    /** Asserts the schema of one property and its lost keywords. */
    static void assertProperty(
            SchemaDialect dialect,
            ModelFixtures models,
            Definition.Property property,
            String expected,
            String... unsupported) {
        assertEquals(expected, property(dialect, models, property));
        assertEquals(List.of(unsupported), unsupported(dialect, models.of(property)));
    }
}
