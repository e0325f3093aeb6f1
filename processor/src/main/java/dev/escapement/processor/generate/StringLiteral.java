package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/**
 * A factory of Java string literals for arbitrary text. The literals of JavaPoet contain line breaks at a few
 * characters.
 */
final class StringLiteral {

    private StringLiteral() {}

    /** Returns the literal for a text. */
    static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escape((char) c)));
        return CodeBlock.of("$L", literal.append('"'));
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
