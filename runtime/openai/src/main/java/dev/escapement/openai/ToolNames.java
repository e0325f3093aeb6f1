package dev.escapement.openai;

import java.util.regex.Pattern;

/**
 * The names of tools in earlier calls. Models invent names; the loop answers such a call, but the providers refuse the next
 * request for a name that they would not have let a tool have, and with it the whole thread.
 */
final class ToolNames {

    private static final int MAX_LENGTH = 64;
    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");

    private ToolNames() {}

    /** The name itself if providers accept it, else the nearest one that they do. */
    static String acceptable(String name) {
        String known = FOREIGN.matcher(name).replaceAll("_");
        if (known.isEmpty()) {
            return "_";
        }
        return known.length() > MAX_LENGTH ? known.substring(0, MAX_LENGTH) : known;
    }
}
