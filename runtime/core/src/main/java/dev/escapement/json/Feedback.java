package dev.escapement.json;

import dev.escapement.internal.text.Excerpt;
import java.util.List;

/**
 * A formatter that renders violations as feedback for a model. The feedback has one line for each violation and a
 * bounded length.
 */
final class Feedback {

    /** The maximum length of the feedback, in characters. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_PATH_LENGTH = 240;
    private static final int MAX_EXPECTED_LENGTH = 600;
    private static final int MAX_FOUND_LENGTH = 360;

    /** The first line of feedback that does not name the tool. */
    static final String REJECTED = "The arguments were rejected.";

    /** The last line of feedback that omits some of the violations. */
    static final String MORE = "… and more";

    private Feedback() {}

    /** Returns the first line of feedback on a tool's arguments. */
    static String rejected(String tool) {
        return "The arguments of " + tool + " were rejected.";
    }

    static String render(String first, List<Violation> violations) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < violations.size(); i++) {
            String line = line(violations.get(i));
            int reserved = i == violations.size() - 1 ? 0 : MORE.length() + 1;
            if (text.length() + 1 + line.length() + reserved > MAX_LENGTH) {
                return text.append('\n').append(MORE).toString();
            }
            text.append('\n').append(line);
        }
        return text.toString();
    }

    /** Formats a violation as one line. Each part is shortened separately, so that all parts remain visible. */
    private static String line(Violation violation) {
        return new Violation(
                        shortened(violation.path()),
                        Excerpt.line(violation.expected(), MAX_EXPECTED_LENGTH),
                        Excerpt.line(violation.actual(), MAX_FOUND_LENGTH))
                .toString();
    }

    /**
     * Returns a path, shortened if it is too long. Steps in the middle are removed, because the first and last steps
     * are the most informative.
     */
    private static String shortened(String path) {
        String line = Excerpt.line(path, Integer.MAX_VALUE);
        if (line.length() <= MAX_PATH_LENGTH) {
            return line;
        }
        int half = MAX_PATH_LENGTH / 2;
        int begin = line.length() - half;
        while (begin < line.length() - 1 && !isStep(line, begin)) {
            begin++;
        }
        int end = half;
        while (end > 1 && !isStep(line, end)) {
            end--;
        }
        return line.substring(0, end) + "…" + line.substring(begin);
    }

    private static boolean isStep(String path, int at) {
        return path.charAt(at) == '.' || path.charAt(at) == '[';
    }
}
