package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** A factory for readable Java expressions that represent long strings. */
final class TextBlock {

    /** The maximum length of the text in one line. */
    private static final int MAX_LINE = 93;

    /** The maximum length of the text in one line, if the text consists of several blocks. */
    private static final int MAX_INDENTED_LINE = 89;

    /** The end of the last line, which replaces the backslash of the other lines. */
    private static final String END = "\"\"\";";

    /** A call whose result is equal to the text, and which makes the expression not constant. */
    private static final String INTERN = ".intern()";

    private static final String CONTINUED = "\\\n";

    private TextBlock() {}

    /**
     * Returns the expression for the concatenation of the given lines. A line can contain a line break only at its end.
     * Long lines are broken in the source code.
     */
    static CodeBlock of(List<String> lines) {
        return of(lines, "");
    }

    /**
     * Returns an expression with the same value that is not a constant expression. Compilers copy the value of a constant
     * expression into the classes that use it.
     */
    static CodeBlock interned(List<String> lines) {
        return of(lines, INTERN);
    }

    /**
     * Returns the expression for the given lines.
     *
     * @param call the call that follows the text if it is a constant
     */
    private static CodeBlock of(List<String> lines, String call) {
        List<List<String>> constants = ConstantLimit.split(parts(lines, MAX_LINE, call.length()));
        if (constants.size() == 1) {
            return CodeBlock.of("$L$L", block(constants.get(0)), call);
        }
        constants = ConstantLimit.split(parts(lines, MAX_INDENTED_LINE, 0));
        return CodeBlock.of(
                "$T.join($>$>\n\"\",\n$L$<$<)",
                String.class,
                constants.stream().map(TextBlock::block).collect(CodeBlock.joining(",\n")));
    }

    private static List<String> parts(List<String> lines, int max, int callLength) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            parts.addAll(LineBreaks.split(
                    lines.get(i), last ? max - callLength - END.length() : max, c -> c == '\\' ? 2 : 1));
        }
        return parts;
    }

    private static CodeBlock block(List<String> lines) {
        StringBuilder block = new StringBuilder();
        if (!lines.isEmpty() && beginsWithSpace(lines.get(0))) {
            block.append(CONTINUED); // the indentation of this line is that of the block
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean last = i == lines.size() - 1;
            if (line.endsWith("\n")) {
                String text = line.substring(0, line.length() - 1);
                block.append(escape(text)).append(endsWithSpace(text) ? "\\n" + CONTINUED : "\n");
            } else if (last && line.endsWith("\"")) {
                block.append(escape(line.substring(0, line.length() - 1))).append("\\\"");
            } else {
                block.append(escape(line)).append(!last || endsWithSpace(line) ? CONTINUED : "");
            }
        }
        return CodeBlock.of("$>$>\"\"\"\n$L\"\"\"$<$<", block);
    }

    private static boolean beginsWithSpace(String line) {
        return !line.stripLeading().equals(line);
    }

    /** Returns whether a line ends with a space, which Java would remove. */
    private static boolean endsWithSpace(String line) {
        return !line.stripTrailing().equals(line);
    }

    private static String escape(String line) {
        return line.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
    }
}
