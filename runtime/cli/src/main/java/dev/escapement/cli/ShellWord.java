package dev.escapement.cli;

import dev.escapement.internal.text.Excerpt;
import java.util.regex.Pattern;

/** Words of a command line for a POSIX shell. */
final class ShellWord {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private ShellWord() {}

    /**
     * Returns a word that the shell passes on as a given argument. If the argument contains invisible or control
     * characters, the word contains their escapes in the form {@code $'…'}, which bash, ksh and zsh support.
     */
    static String quoted(String argument) {
        if (SAFE.matcher(argument).matches()) {
            return argument;
        } else if (Excerpt.line(argument, Integer.MAX_VALUE).equals(argument)) {
            return "'" + argument.replace("'", "'\\''") + "'";
        }
        String escaped = Excerpt.quoted(argument, Integer.MAX_VALUE);
        return "$'" + escaped.substring(1, escaped.length() - 1).replace("'", "\\'") + "'";
    }
}
