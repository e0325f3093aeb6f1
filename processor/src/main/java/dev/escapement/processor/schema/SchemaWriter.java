package dev.escapement.processor.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A writer of compact JSON, with line breaks set by the caller. Commas are added automatically. */
final class SchemaWriter {

    private static final int MAX_ZEROS = 30;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean comma;
    private boolean lineBreak;

    SchemaWriter begin(char bracket) {
        separate();
        line.append(bracket);
        return this;
    }

    SchemaWriter end(char bracket) {
        breakIfAsked();
        line.append(bracket);
        comma = true;
        return this;
    }

    SchemaWriter name(String name) {
        separate();
        quote(name);
        line.append(':');
        return this;
    }

    SchemaWriter string(String value) {
        separate();
        quote(value);
        comma = true;
        return this;
    }

    /** Writes a JSON number or literal. */
    SchemaWriter literal(String value) {
        separate();
        line.append(value);
        comma = true;
        return this;
    }

    /** Returns a number as JSON, with an exponent only if the result would otherwise be very long. */
    static String number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        boolean plain = stripped.scale() >= -MAX_ZEROS && stripped.scale() <= MAX_ZEROS;
        return plain ? stripped.toPlainString() : stripped.toString().replace("E+", "E");
    }

    /** Inserts a line break before the next token. */
    SchemaWriter breakLine() {
        lineBreak = true;
        return this;
    }

    SchemaText text() {
        lines.add(line.toString());
        return new SchemaText(lines);
    }

    private void separate() {
        if (comma) {
            line.append(',');
            comma = false;
        }
        breakIfAsked();
    }

    private void breakIfAsked() {
        if (lineBreak) {
            lines.add(line.toString());
            line.setLength(0);
            lineBreak = false;
        }
    }

    private void quote(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isInvisible(c) || (Character.isSurrogate(c) && !paired(value, i))) {
                        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }

    /**
     * Returns whether a character is a control or formatting character, which can change the appearance of a source
     * file.
     */
    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c >= '\ufffe';
        };
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
