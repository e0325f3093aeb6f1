package dev.escapement.http.client;

/** A filter that removes quoted sentences from messages of errors, because they may belong to the conversation. */
final class Quotations {

    private static final int MIN_BLANKS = 3;
    private static final String OPENING = "'\"`\u2018\u201c";
    private static final String CLOSING = "'\"`\u2019\u201d";

    private Quotations() {}

    /** Returns a message without the quoted texts of several words. Quoted names and strings in JSON remain. */
    static String removedFrom(String message) {
        StringBuilder rest = new StringBuilder();
        int i = 0;
        while (i < message.length()) {
            int end = isOpening(message, i) ? end(message, i) : -1;
            boolean isSentence = end > 0
                    && message.substring(i, end).chars().filter(c -> c == ' ').count() >= MIN_BLANKS;
            rest.append(message.charAt(i));
            i = isSentence ? end : i + 1;
        }
        return rest.toString();
    }

    /** Returns whether a quote begins a quotation rather than a string in JSON, and is not an apostrophe. */
    private static boolean isOpening(String message, int at) {
        if (OPENING.indexOf(message.charAt(at)) < 0) {
            return false;
        }
        int before = before(message, at);
        if (before < 0 || before < at - 1) {
            return before < 0 || !isJson(message, before);
        }
        return !Character.isLetterOrDigit(message.charAt(before)) && !isJson(message, before);
    }

    private static boolean isJson(String message, int before) {
        char c = message.charAt(before);
        if (c == ':') {
            int name = before(message, before);
            return name >= 0 && CLOSING.indexOf(message.charAt(name)) >= 0;
        }
        return c == '{' || c == '[' || c == ',' || c == '\\';
    }

    /** Returns the position of the last character before a position that is not a blank; -1 if there is none. */
    private static int before(String message, int at) {
        int before = at - 1;
        while (before >= 0 && message.charAt(before) == ' ') {
            before--;
        }
        return before;
    }

    /** Returns the position of the closing quote; -1 if there is none. */
    private static int end(String message, int start) {
        char quote = CLOSING.charAt(OPENING.indexOf(message.charAt(start)));
        for (int i = message.indexOf(quote, start + 1); i > 0; i = message.indexOf(quote, i + 1)) {
            boolean isApostrophe = i + 1 < message.length() && Character.isLetterOrDigit(message.charAt(i + 1));
            if (!isApostrophe) {
                return i;
            }
        }
        return -1;
    }
}
