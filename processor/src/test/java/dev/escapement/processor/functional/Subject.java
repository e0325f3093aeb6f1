package dev.escapement.processor.functional;

import dev.escapement.json.Decoded;
import dev.escapement.processor.functional.rule.BrokenRules;
import dev.escapement.processor.functional.rule.PresentMoment;
import dev.escapement.processor.functional.rule.RuleEdges;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/**
 * A tool under test.
 *
 * @param type the record of the tool
 * @param spec the generated specification
 * @param <T> the type of the record
 */
public record Subject<T>(Class<T> type, ToolSpec<T> spec) {

    /** Returns the result of decoding a text at the fixed time of all tests. */
    Decoded<T> decode(String json) {
        return spec.decode(json, PresentMoment.NOW);
    }

    /** Returns the rules that a text violates at the fixed time, independently of the schema. */
    List<BrokenRules.Broken> brokenRules(String json) {
        return BrokenRules.in(
                type,
                MutableJson.parseWithDuplicates(json)
                        .map(MutableJson.Tree::root)
                        .orElse(null));
    }

    /** Returns the numbers and texts at the edges of the tool's rules. */
    RuleEdges edges() {
        return RuleEdges.of(type);
    }

    /** Returns whether a constructor of its records rejects values that are valid for its schema. */
    boolean refuses() {
        return toString().equals("RefusingShapes$Calendar") || toString().equals("LimitedParts$Stay");
    }

    @Override
    public String toString() {
        return type.getName().substring(type.getPackageName().length() + 1);
    }
}
