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
 * @param type its record
 * @param spec what was generated for it
 * @param <T> its record
 */
public record Subject<T>(Class<T> type, ToolSpec<T> spec) {

    /** What is right as of the moment of all tests. */
    Decoded<T> decode(String json) {
        return spec.decode(json, PresentMoment.NOW);
    }

    /** The rules that a text breaks as of then, without regard to the schema. */
    List<BrokenRules.Broken> brokenRules(String json) {
        return BrokenRules.in(
                type,
                MutableJson.parseWithDuplicates(json)
                        .map(MutableJson.Tree::root)
                        .orElse(null));
    }

    /** The numbers and texts at the edges of its rules. */
    RuleEdges edges() {
        return RuleEdges.of(type);
    }

    /** Whether a constructor of its records refuses values that are right for its schema. */
    boolean refuses() {
        return toString().equals("RefusingShapes$Calendar") || toString().equals("LimitedParts$Stay");
    }

    @Override
    public String toString() {
        return type.getName().substring(type.getPackageName().length() + 1);
    }
}
