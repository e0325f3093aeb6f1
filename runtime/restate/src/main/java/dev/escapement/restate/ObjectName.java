package dev.escapement.restate;

import java.util.Objects;
import java.util.regex.Pattern;

/** The rules for the name of a virtual object, which a store and its service share. */
final class ObjectName {

    /** The name of the virtual object of threads, unless another one is set. */
    static final String DEFAULT = "AgentThread";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,199}");

    private ObjectName() {}

    /** Returns a name, or throws {@link IllegalArgumentException} if it is not valid. */
    static String require(String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException("The name of a virtual object must be a letter followed by at most 199"
                    + " letters, digits, '_', '.' and '-'. Use a name such as " + DEFAULT + ".");
        }
        return name;
    }
}
