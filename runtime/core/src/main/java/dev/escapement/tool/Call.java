package dev.escapement.tool;

import java.util.Objects;

/**
 * A call of a tool as a model selected it: nothing in it has been checked.
 *
 * @param id tells the calls of one reply apart; never empty
 * @param tool the name of the tool, which may not exist
 * @param arguments the arguments as text, which may be no JSON
 */
public record Call(String id, String tool, String arguments) {
    public Call {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(arguments, "arguments");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a call needs an id");
        }
    }
}
