package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.ToolModel;
import java.util.regex.Pattern;

/** A validator that requires tool names to be valid for OpenAI, Anthropic, Gemini and the Model Context Protocol. */
final class ToolNameValidator implements Validator<ToolModel> {

    private static final Pattern PORTABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,63}");

    @Override
    public void validate(ToolModel tool, Problems problems) {
        if (!isPortable(tool.name())) {
            problems.add(
                    ProblemKind.TOOL_NAME,
                    tool.nameSource(),
                    tool.name(),
                    tool.type().simpleName());
        }
    }

    /** Returns whether all providers accept a name. */
    static boolean isPortable(String name) {
        return PORTABLE.matcher(name).matches();
    }
}
