package dev.escapement.json;

import java.util.List;

/** Writes what a model needs to correct itself, and nothing else: one line for each violation, of bounded length. */
final class Feedback {

    /** No feedback is longer than this, however much is wrong. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_LINE_LENGTH = 1_000;
    private static final String MORE = "\n… and more";

    private Feedback() {}

    static String render(String first, List<Violation> violations) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < violations.size(); i++) {
            String line = Excerpt.line(violations.get(i).toString(), MAX_LINE_LENGTH);
            int reserved = i == violations.size() - 1 ? 0 : MORE.length();
            if (text.length() + 1 + line.length() + reserved > MAX_LENGTH) {
                return text.append(MORE).toString();
            }
            text.append('\n').append(line);
        }
        return text.toString();
    }
}
