package dev.escapement.thread;

/**
 * A builder of an XML tag with content, such as {@code <call id="c1">{}</call>}. Content is escaped as in XML, so that
 * it cannot end the tag or resemble another one; the result is well-formed XML 1.0.
 *
 * <p>Line ends become line feeds. Characters that XML cannot express, and control characters other than tab and line
 * feed, are written as in JSON: a backslash, {@code u} and four hexadecimal digits.
 */
final class XmlTag {

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder inside = new StringBuilder();

    XmlTag(String name) {
        this.name = name;
    }

    XmlTag attribute(String attribute, String value) {
        attributes.append(' ').append(attribute).append("=\"");
        escape(value, true, attributes);
        attributes.append('"');
        return this;
    }

    XmlTag text(String content) {
        escape(content, false, inside);
        return this;
    }

    XmlTag tag(XmlTag inner) {
        inside.append(inner);
        return this;
    }

    /** Appends a line feed to the content. */
    XmlTag line() {
        inside.append('\n');
        return this;
    }

    @Override
    public String toString() {
        String begin = "<" + name + attributes;
        return inside.length() == 0 ? begin + "/>" : begin + ">" + inside + "</" + name + ">";
    }

    private static void escape(String text, boolean quoted, StringBuilder out) {
        String lines = text.replace("\r\n", "\n");
        for (int i = 0; i < lines.length(); ) {
            int c = lines.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\n' -> out.append(quoted ? "&#10;" : "\n");
                case '\t' -> out.append(quoted ? "&#9;" : "\t");
                default -> {
                    if (isExpressible(c)) {
                        out.appendCodePoint(c);
                    } else {
                        appendUnit(c, out);
                    }
                }
            }
        }
    }

    /**
     * Returns whether a character is written unchanged. Control characters are not, nor are the characters that XML 1.0
     * (section 2.2) excludes: unpaired surrogates, U+FFFE and U+FFFF.
     */
    private static boolean isExpressible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE && c != 0xFFFE && c != 0xFFFF;
    }

    private static void appendUnit(int c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
