package dev.escapement.fake;

import java.util.regex.Pattern;

/** The ids of calls that a provider accepts. */
enum CallIdFormat {
    /** "string too long. Expected a string with maximum length 40" */
    OPENAI_CHAT(".{1,40}"),
    /** {@code call_id} in the specification. */
    OPENAI_RESPONSES(".{1,64}"),
    /** "Tool call id was X but must be a-z, A-Z, 0-9, with a length of 9" */
    MISTRAL("[a-zA-Z0-9]{9}"),
    /** "tool_use.id: String should match pattern" */
    ANTHROPIC("[a-zA-Z0-9_-]+");

    private final Pattern pattern;

    CallIdFormat(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    String check(RequestNode id) {
        return id.matching(pattern);
    }
}
