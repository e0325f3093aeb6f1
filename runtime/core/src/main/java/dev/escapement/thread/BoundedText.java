package dev.escapement.thread;

/**
 * The forms of text in the default rendering: verbatim, as context and as a notice. Each form cuts a text that exceeds
 * a maximum length, which is counted before characters are escaped, and adds a notice of the lengths. A surrogate pair
 * is never split.
 */
final class BoundedText {

    /** The part of the maximum length that is kept at the end of a text, as a divisor. */
    private static final int TAIL = 5;

    private BoundedText() {}

    /** Returns a text without reserved tags, otherwise unchanged. */
    static String verbatim(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return ReservedTags.escaped(text);
        }
        String head = head(text, maxLength - maxLength / TAIL);
        String tail = tail(text, maxLength / TAIL);
        return ReservedTags.escaped(head)
                + "\n" + remark(head.length() + tail.length(), text.length())
                + (tail.isEmpty() ? "" : "\n" + ReservedTags.escaped(tail));
    }

    /** Returns a text in the tag of a context source. */
    static String context(String source, String text) {
        XmlTag tag = contextTag(source);
        if (text.length() <= Rendering.MAX_LENGTH) {
            return tag.text(ReservedTags.normalized(text)).line().toString();
        }
        String head = head(text, Rendering.MAX_LENGTH - Rendering.MAX_LENGTH / TAIL);
        String tail = tail(text, Rendering.MAX_LENGTH / TAIL);
        return tag.text(ReservedTags.normalized(head))
                .line()
                .tag(remark(head.length() + tail.length(), text.length()))
                .line()
                .text(ReservedTags.normalized(tail))
                .line()
                .toString();
    }

    /** Returns a notice in the tag of a context source. */
    static String contextNotice(String source, String words) {
        if (words.length() <= Rendering.MAX_LENGTH) {
            return contextTag(source).tag(tag(words)).line().toString();
        }
        String head = head(words, Rendering.MAX_LENGTH);
        return contextTag(source)
                .tag(tag(head))
                .line()
                .tag(remark(head.length(), words.length()))
                .line()
                .toString();
    }

    private static XmlTag contextTag(String source) {
        return new XmlTag("context")
                .attribute("source", ReservedTags.normalized(source))
                .line();
    }

    /** Returns a notice that consists of a prefix and a text, followed by another notice if the text is cut. */
    static String notice(String prefix, String text) {
        if (text.length() <= Rendering.MAX_LENGTH) {
            return tag(prefix + text).toString();
        }
        String head = head(text, Rendering.MAX_LENGTH);
        return tag(prefix + head) + "\n" + remark(head.length(), text.length());
    }

    /** Returns the notice that only a part of a text is shown. */
    static XmlTag remark(int shown, int length) {
        return tag(Rendering.SHORTENED + shown + " of " + length);
    }

    private static XmlTag tag(String words) {
        return new XmlTag("notice").text(ReservedTags.normalized(words));
    }

    /**
     * Returns the beginning of a rendered text and a notice. The beginning does not contain a part of a notice or of an
     * escaped character.
     */
    static String shortened(String rendered, int maxLength) {
        String head = head(rendered, maxLength);
        int notice = head.lastIndexOf("<notice");
        if (notice >= 0 && head.indexOf("</notice>", notice) < 0) {
            head = head.substring(0, notice);
        }
        int incomplete = Math.max(head.lastIndexOf('<'), head.lastIndexOf('&'));
        if (incomplete >= 0 && incomplete > head.length() - "<notice".length() && !head.endsWith(";")) {
            head = head.substring(0, incomplete);
        }
        String text = head.stripTrailing();
        XmlTag remark = remark(text.length(), rendered.length());
        return text.isEmpty() ? remark.toString() : text + "\n" + remark;
    }

    private static String head(String text, int maxLength) {
        return text.substring(0, splitsPair(text, maxLength) ? maxLength - 1 : maxLength);
    }

    private static String tail(String text, int maxLength) {
        int start = text.length() - maxLength;
        return text.substring(splitsPair(text, start) ? start + 1 : start);
    }

    private static boolean splitsPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
    }
}
