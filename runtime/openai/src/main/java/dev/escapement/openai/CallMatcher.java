package dev.escapement.openai;

import dev.escapement.tool.Call;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A comparison of the calls in a reply's stored state with the calls in its message. A context of the agent may have
 * changed the message.
 */
final class CallMatcher {

    private static final Pattern POSSIBLE_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private CallMatcher() {}

    /**
     * Returns whether a message calls the same tools in the same order as the stored calls. A name that a tool cannot
     * have matches every name, because it has another form in a conversation.
     *
     * @param kept the names of the tools in the state
     * @param calls the calls of the message
     */
    static boolean matches(List<String> kept, List<Call> calls) {
        if (kept.size() != calls.size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i);
            if (POSSIBLE_NAME.matcher(name).matches()
                    && !name.equals(calls.get(i).tool())) {
                return false;
            }
        }
        return true;
    }
}
