package dev.escapement.loop;

import dev.escapement.json.Decoded;
import dev.escapement.json.DidYouMean;
import dev.escapement.json.Violation;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is wrong with a call, in the words that the model reads. */
final class CallCheck {

    /** No answer is longer than this, however much is wrong. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_NAME_LENGTH = 64;

    private CallCheck() {}

    /** What is wrong with a call, if anything is. */
    static Optional<String> fault(Call call, List<ToolSpec<?>> tools) {
        for (ToolSpec<?> tool : tools) {
            if (tool.name().equals(call.tool())) {
                return tool.decode(call.arguments()) instanceof Decoded.Rejected<?> rejected
                        ? Optional.of(wrongArguments(tool.name(), rejected.violations()))
                        : Optional.empty();
            }
        }
        return Optional.of(unknownTool(call.tool(), tools));
    }

    private static String unknownTool(String written, List<ToolSpec<?>> tools) {
        List<String> names = tools.stream().<String>map(ToolSpec::name).toList();
        String shown = written.length() > MAX_NAME_LENGTH ? written.substring(0, MAX_NAME_LENGTH) + "…" : written;
        String meant = DidYouMean.among(written, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        return cut(
                "There is no tool named " + shown + "." + meant + " The tools are: " + String.join(", ", names) + ".");
    }

    private static String wrongArguments(String tool, List<Violation> violations) {
        String lines = violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
        return cut("The arguments of " + tool + " were rejected.\n" + lines);
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH - 1) + "…" : text;
    }
}
