package dev.escapement.tool;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about one tool: what a model is told of it, and the codec of its arguments. Generated for each
 * {@link dev.escapement.Tool} as {@code <Name>Spec.INSTANCE}; usable without any agent. Implementations are stateless
 * and safe for use by many threads.
 *
 * @param <T> the record of the tool's arguments
 */
public interface ToolSpec<T> extends JsonCodec<T> {

    /**
     * The tool's name.
     *
     * @return a name of the form {@code [a-zA-Z_][a-zA-Z0-9_-]{0,63}}
     */
    String name();

    /**
     * What the model is told the tool does.
     *
     * @return plain text; empty if nothing was written
     */
    String description();

    /**
     * The JSON Schema of the arguments.
     *
     * @param dialect the form that is wanted
     * @return JSON text, the same for every call and every build
     * @throws UnsupportedOperationException if the dialect cannot express the arguments; the message says why, and what
     *     to write instead. Never for {@link Dialect#JSON_SCHEMA}, {@link Dialect#OPENAI} and {@link Dialect#ANTHROPIC},
     *     and never for a dialect that the compiler option {@code -Aescapement.dialects} names
     */
    String schema(Dialect dialect);

    /**
     * Tells whether the contract changed.
     *
     * @return the SHA-256 of the schema in {@link Dialect#JSON_SCHEMA}, in UTF-8, as 64 lower-case hexadecimal digits
     */
    String fingerprint();

    /**
     * The faults of arguments that are repaired beside those that always are.
     *
     * @return what {@link dev.escapement.Tool#lenient()} says
     */
    default Set<Leniency> leniency() {
        return Set.of();
    }

    @Override
    default Decoded<T> decode(String argumentsJson) {
        return decode(argumentsJson, new ReadOptions(leniency()));
    }

    @Override
    default Decoded<T> decode(String argumentsJson, Instant now) {
        return decode(argumentsJson, new ReadOptions(leniency(), InstantSource.fixed(now)));
    }

    /**
     * The arguments of a call that is known to be right. A call may wait for days between its selection, when its
     * arguments were checked, and its invocation: times that had to be past or future then are not compared again.
     *
     * @param call a call of this tool
     * @return its arguments
     * @throws IllegalArgumentException if the arguments are rejected; {@link #decode} tells why as data
     */
    default T arguments(Call call) {
        T checked = call.take(this);
        if (checked != null) {
            return checked;
        }
        return decode(call.arguments(), new ReadOptions(leniency(), null)).fold(Decoded.Accepted::value, rejected -> {
            throw new IllegalArgumentException("call " + call.id() + " of " + call.tool() + ": " + rejected);
        });
    }

    /**
     * Looks a tool up.
     *
     * @param name its name, which a model may have invented
     * @param tools the tools among which it may be
     * @return the tool; empty if none has the name
     */
    static Optional<ToolSpec<?>> named(String name, List<ToolSpec<?>> tools) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
