package dev.escapement.anthropic;

import java.util.regex.Pattern;

/**
 * The names of tools in earlier calls. Models invent names; the loop answers such a call, but the API refuses the next
 * request for a name that it would not have let a tool have, and with it the whole thread.
 */
final class ToolNames {

    private static final int MAX_LENGTH = 128;
    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");

    private ToolNames() {}

    /** The name itself if the API accepts it, else the nearest one that it does. */
    static String acceptable(String name) {
        String known = FOREIGN.matcher(name).replaceAll("_");
        if (known.isEmpty()) {
            return "_";
        }
        return known.length() > MAX_LENGTH ? known.substring(0, MAX_LENGTH) : known;
    }
}
