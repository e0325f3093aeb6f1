package dev.escapement.processor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import java.util.List;

/** What a dialect prints, in the short form in which tests compare it. */
final class Printed {

    private Printed() {}

    /** The schema of one property with the name {@code x}, in an object that has nothing else. */
    static String property(SchemaDialect dialect, Models models, Definition.Property property) {
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

    /** The whole schema. */
    static String schema(SchemaDialect dialect, CodecModel codec) {
        return quotes(ToolSchemas.of(codec).in(dialect).text().compact());
    }

    private static String quotes(String json) {
        return json.replace('"', '\'');
    }

    /** What was lost, as "where keyword". */
    static List<String> losses(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).losses().stream()
                .map(loss -> loss.path() + " " + loss.keyword())
                .toList();
    }

    /** What cannot be expressed, as "where reason". */
    static List<String> obstacles(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).obstacles().stream()
                .map(obstacle -> obstacle.path() + " " + obstacle.reason())
                .toList();
    }

    /** What may be refused, as "where reason". */
    static List<String> doubts(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).doubts().stream()
                .map(doubt -> doubt.path() + " " + doubt.reason())
                .toList();
    }

    /** What is shown to some depth only, as "where levels". */
    static List<String> cuts(SchemaDialect dialect, CodecModel codec) {
        return ToolSchemas.of(codec).in(dialect).cuts().stream()
                .map(cut -> cut.path() + " " + cut.levels())
                .toList();
    }

    /** Compares the schema of one property, and what is lost. */
    static void assertProperty(
            SchemaDialect dialect, Models models, Definition.Property property, String expected, String... losses) {
        assertEquals(expected, property(dialect, models, property));
        assertEquals(List.of(losses), losses(dialect, models.of(property)));
    }
}
