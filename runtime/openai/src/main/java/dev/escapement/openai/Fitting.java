package dev.escapement.openai;

import dev.escapement.tool.Call;
import java.util.List;
import java.util.regex.Pattern;

/** Whether what was kept of a reply still fits what is said of the reply now: whoever makes the context may change it. */
final class Fitting {

    private static final Pattern POSSIBLE_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private Fitting() {}

    /** Whether the calls are the same ones; a name that no tool can have is written otherwise in a conversation. */
    static boolean calls(List<String> kept, List<Call> now) {
        if (kept.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i);
            if (POSSIBLE_NAME.matcher(name).matches() && !name.equals(now.get(i).tool())) {
                return false;
            }
        }
        return true;
    }
}
