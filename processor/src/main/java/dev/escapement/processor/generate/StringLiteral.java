package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/**
 * A factory for Java string literals with arbitrary contents. Literals from JavaPoet contain line breaks at some
 * characters.
 */
final class StringLiteral {

    private StringLiteral() {}

    /** Returns the literal for a string. */
    static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            literal.append(escape(text.charAt(i)));
        }
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
