package dev.escapement.processor.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.diagram.FlowNode.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the flowchart syntax. The parsers of Mermaid 9.4, 10.9 and 11.17 accept the expected texts. */
class FlowchartTest {

    private final FlowGraph chart = new FlowGraph();

    @Test
    void nodesPrecedeEdgesInOrderOfAddition() {
        String model = chart.node("model", "", FlowNode.of(Kind.MODEL, "model"));
        String step = chart.node("step", "refund", FlowNode.step(List.of("refund"), "issue_refund", "WRITE"));
        chart.edge(model, "issue_refund", step);
        String gate = chart.node("gate", "close", FlowNode.of(Kind.GATE, "review?", "close_case"));
        chart.codeEdge(step, "close_case", gate);
        chart.edge(gate, model);

        assertEquals(List.of("""
                        flowchart TD
                          model{{"model"}}
                          stepRefund["refund<br/>WRITE"]
                          gateClose{"review?"}
                          model -->|"issue_refund"| stepRefund
                          stepRefund ==>|"close_case"| gateClose
                          gateClose --> model
                        """.split("(?<=\n)")), chart.mermaid());
    }

    @ParameterizedTest
    @CsvSource({"end, stepEnd", "o, stepO", "x1, stepX1", "class, stepClass", "größe, stepGre", "a$b_c, stepAbc"})
    void noNameOfAUsersBecomesAKeyword(String name, String id) {
        assertEquals(id, chart.node("step", name, named(name)));
    }

    @Test
    void namesThatLookAlikeWithoutTheirPunctuationStayApart() {
        assertEquals("stepA", chart.node("step", "a", named("a")));
        assertEquals("stepA2", chart.node("step", "a_", named("a_")));
        assertEquals("stepA22", chart.node("step", "a2", named("a2")));
        assertEquals("step", chart.node("step", "ы", named("ы")));
        assertEquals("step2", chart.node("step", "ы_", named("ы_")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "end, end",
                "look_up, look_up",
                "_bold_, #95;bold#95;",
                "a__b, a#95;#95;b",
                "$$x$$, #36;#36;x#36;#36;",
                "größe, größe",
                "say \"so\", say #34;so#34;",
                "#quot;, #35;quot#59;",
                "a<br/>b, a#60;br#47;#62;b",
                "`code`, #96;code#96;",
                "style:a, style#58;a",
                "%%{x}, #37;#37;#123;x#125;"
            })
    void aLabelIsShownAsItIs(String text, String label) {
        chart.node("step", "", named(text));

        assertEquals("  step[\"" + label + "\"]\n", chart.mermaid().get(1));
    }

    private static FlowNode named(String name) {
        return FlowNode.step(List.of(name), "", "");
    }
}
