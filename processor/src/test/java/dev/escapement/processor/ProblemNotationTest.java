package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.model.TextForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemNotationTest {

    @Test
    void readsNamesAndQuotedTexts() {
        assertEquals(List.of("look up", "$.tags", "-1", "Map.Entry"), read("look up, $.tags, -1, Map.Entry"));
        assertEquals(
                List.of("Map<String, String>", "a \"b\" \\", ""),
                read("\"Map<String, String>\", \"a \\\"b\\\" \\\\\", \"\""));
    }

    @Test
    void readsConstantsWithTheirArguments() {
        assertEquals(List.of("one", MethodFault.STATIC), read("one, MethodFault.STATIC"));
        assertEquals(
                List.of(SchemaFault.TYPE.with(Declaration.COMPONENT.with("id", "Order"), "Object")),
                read("SchemaFault.TYPE(Declaration.COMPONENT(id, Order), Object)"));
        assertEquals(
                List.of(Clause.of(TextForm.UUID), Clause.of(PatternConstruct.OTHER_ESCAPE, "\\z")),
                read("TextForm.UUID, PatternConstruct.OTHER_ESCAPE(\\z)"));
    }

    @Test
    void readsLists() {
        assertEquals(List.of("a", List.of("b", List.of("c"))), read("a, [b, [c]]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b",
                "a, ",
                "int[]",
                "[a",
                "\"a",
                "MethodFault.STATIC(",
                "MethodFault.UNKNOWN",
                "MethodFault.STATIC(a)",
                "MethodFault.RETURNS",
                "Declaration.TOOL(a, b)"
            })
    void refusesAnythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> read(text));
    }

    private static List<Object> read(String text) {
        return ProblemNotation.read(text);
    }
}
