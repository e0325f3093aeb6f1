package dev.escapement.loop;

import dev.escapement.json.Decoded;
import dev.escapement.json.DidYouMean;
import dev.escapement.json.Excerpt;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a call, in the words that the model reads. */
final class CallCheck {

    /** No answer is much longer than this, however much is wrong. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_NAME_LENGTH = 64;

    private CallCheck() {}

    /**
     * What is wrong with a call, if anything is.
     *
     * @param at when the model made it, with which times that must be past or future are compared
     */
    static Optional<String> fault(Call call, Instant at, List<ToolSpec<?>> tools) {
        for (ToolSpec<?> tool : tools) {
            if (tool.name().equals(call.tool())) {
                return tool.decode(call.arguments(), at) instanceof Decoded.Rejected<?> rejected
                        ? Optional.of(rejected.feedback(tool.name()))
                        : Optional.empty();
            }
        }
        return Optional.of(unknownTool(call.tool(), tools));
    }

    private static String unknownTool(String written, List<ToolSpec<?>> tools) {
        List<String> names = tools.stream().<String>map(ToolSpec::name).toList();
        String meant = DidYouMean.among(written, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        String text = "There is no tool named " + Excerpt.line(written, MAX_NAME_LENGTH) + "." + meant
                + " The tools are: " + String.join(", ", names) + ".";
        return Excerpt.line(text, MAX_LENGTH);
    }
}
