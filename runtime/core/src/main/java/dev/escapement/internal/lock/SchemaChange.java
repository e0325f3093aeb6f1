package dev.escapement.internal.lock;

import java.util.List;
import java.util.Optional;

/**
 * A difference of two schemas because of which a value that is valid for the earlier one can be invalid for the later one.
 *
 * @param path the place of the value, such as {@code $.items[].sku}
 * @param kind the kind of the difference
 * @param arguments the arguments of the kind's template; the first one is the path
 */
public record SchemaChange(String path, Kind kind, List<String> arguments) {

    /** Creates a difference. */
    public SchemaChange {
        arguments = List.copyOf(arguments);
    }

    /** The kinds of differences. The first argument is the path. */
    public enum Kind {
        REMOVED("{0} was removed"),
        ADDED("{0} was added and is required"),
        REQUIRED("{0} became required"),
        /** The arguments are the types. */
        TYPE("{0} changed its type from {1} to {2}"),
        NULL("{0} no longer accepts null"),
        /** The argument is the value, or the name of the type in a sealed interface. */
        VALUE("{0} no longer accepts {1}"),
        ENUMERATED("{0} accepts only certain values"),
        /** The arguments are the keyword and the limits. */
        LIMIT("{0} has a stricter {1}: {3} instead of {2}"),
        /** The argument is the pattern. */
        PATTERN("{0} must match {1}"),
        /** The argument is the format. */
        FORMAT("{0} must have the format {1}"),
        UNIQUE("{0} must not contain equal elements"),
        NAMES("the names in {0} are restricted");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /**
         * Returns the description of the difference, with <code>{0}</code> as the placeholder for the first argument.
         *
         * @return the words
         */
        public String template() {
            return template;
        }
    }

    static SchemaChange of(String path, Kind kind, Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = path;
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = String.valueOf(arguments[i]);
        }
        return new SchemaChange(path, kind, List.of(all));
    }

    /**
     * Returns the name of the property of the root that contains the difference.
     *
     * @return the name; empty if the difference concerns the root itself
     */
    public Optional<String> property() {
        if (!path.startsWith("$.")) {
            return Optional.empty();
        }
        return Optional.of(path.substring(2).split("[.\\[]", 2)[0]);
    }

    /**
     * Returns the description of the difference.
     *
     * @return a clause without a period
     */
    public String text() {
        return Templates.fill(kind.template(), arguments);
    }
}
