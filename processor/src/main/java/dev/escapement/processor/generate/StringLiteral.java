package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Locale;

/**
 * A factory for Java string literals with arbitrary contents. Literals from JavaPoet contain line breaks at some
 * characters.
 */
final class StringLiteral {

    /** The maximum length of the text in one line. */
    private static final int MAX_LINE = 80;

    private StringLiteral() {}

    /** Returns the literal for a string. */
    static CodeBlock of(String text) {
        return CodeBlock.of("$L", quoted(text));
    }

    /**
     * Returns an expression for a string of any length, broken into lines. The caller indents them as those of a
     * statement. A string that exceeds the limit of a constant is joined at run time.
     */
    static CodeBlock wrapped(String text) {
        return wrapped(text, MAX_LINE);
    }

    /**
     * Returns an expression for a string of any length, broken into lines.
     *
     * @param max the maximum length of the text in one line
     */
    static CodeBlock wrapped(String text, int max) {
        if (quoted(text).length() - 2 <= max) {
            return of(text);
        }
        List<List<String>> constants = ConstantLimit.split(LineBreaks.split(text, max, StringLiteral::length));
        if (constants.size() == 1) {
            return concatenated(constants.get(0));
        }
        return CodeBlock.of(
                "$T.join(\n\"\",\n$L)",
                String.class,
                constants.stream().map(StringLiteral::concatenated).collect(CodeBlock.joining(",\n")));
    }

    private static CodeBlock concatenated(List<String> parts) {
        return parts.stream().map(StringLiteral::of).collect(CodeBlock.joining("\n+ "));
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            literal.append(escape(text.charAt(i)));
        }
        return literal.append('"').toString();
    }

    private static int length(int codePoint) {
        return quoted(Character.toString(codePoint)).length() - 2;
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrinted(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    private static boolean isPrinted(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
