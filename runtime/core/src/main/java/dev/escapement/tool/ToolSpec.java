package dev.escapement.tool;

import dev.escapement.Leniency;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Upcasts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The specification of a tool. It contains the tool's name, description and schema for a model, and the codec of the
 * tool's arguments. Generated for each {@link dev.escapement.Tool} as {@code <Name>Spec.INSTANCE}; usable without an
 * agent. Implementations are stateless and safe for use by multiple Java threads.
 *
 * <pre>{@code
 * ToolSpec<IssueRefund> spec = IssueRefundSpec.INSTANCE;
 * String schema = spec.schema(Dialect.OPENAI_STRICT);
 * String answer = spec.decode("{\"orderId\": \"A-1042\", \"amountCents\": 500}").fold(
 *         accepted -> "Refunding " + accepted.value().amountCents() + " cents",
 *         rejected -> rejected.feedback(spec.name()));
 * }</pre>
 *
 * @param <T> the record of the tool's arguments
 */
public interface ToolSpec<T> extends JsonCodec<T> {

    /**
     * Returns the name of the tool.
     *
     * @return a name that matches {@code [a-zA-Z_][a-zA-Z0-9_-]{0,63}}
     */
    String name();

    /**
     * Returns the tool description for the model.
     *
     * @return plain text; empty if the tool has no description
     */
    String description();

    /**
     * Returns the JSON Schema of the arguments.
     *
     * @param dialect the dialect of the schema
     * @return JSON text, identical for every call and every build
     * @throws UnsupportedOperationException if the dialect cannot express the arguments; the message contains the
     *     reason and an alternative. Not thrown for {@link Dialect#JSON_SCHEMA}, {@link Dialect#OPENAI},
     *     {@link Dialect#ANTHROPIC} and the dialects in the compiler option {@code -Aescapement.dialects}
     */
    String schema(Dialect dialect);

    /**
     * Returns a hash of the tool's schema, for detecting changes.
     *
     * @return the SHA-256 of the schema in {@link Dialect#JSON_SCHEMA}, in UTF-8, as 64 lower-case hexadecimal digits
     */
    String fingerprint();

    /**
     * Returns a hash of the tool's schema without its descriptions, which do not affect stored calls. Threads and lock
     * files contain it. Generated specifications return a constant; by default, the hash is computed at each call.
     *
     * @return the result of {@link Upcasts#fingerprint} for the schema in {@link Dialect#JSON_SCHEMA}; empty if a
     *     hand-written tool does not have a JSON Schema
     */
    default String structureFingerprint() {
        try {
            return Upcasts.fingerprint(schema(Dialect.JSON_SCHEMA));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * Returns the kinds of faults in arguments that are repaired in addition to those repaired by default.
     *
     * @return the value of {@link dev.escapement.Tool#lenient()}
     */
    default Set<Leniency> leniency() {
        return Set.of();
    }

    /**
     * Returns earlier names of the tool, under which threads have recorded calls.
     *
     * @return the value of {@link dev.escapement.Tool#formerly()}
     */
    default List<String> formerly() {
        return List.of();
    }

    /**
     * Returns the conversions of recorded arguments from earlier forms to the current form.
     *
     * @return the {@link dev.escapement.Upcast} methods of the record, in declaration order
     */
    default Upcasts upcasts() {
        return Upcasts.NONE;
    }

    /**
     * Returns whether unknown properties of the arguments are ignored.
     *
     * @return {@code true} if {@link dev.escapement.Tool#unknown()} is {@link dev.escapement.UnknownProperties#IGNORE}
     */
    default boolean ignoresUnknown() {
        return false;
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
     * {@inheritDoc}
     *
     * <p>The codec repairs the same faults as this tool.
     */
    @Override
    default JsonCodec<List<T>> list() {
        return new LenientCodec<>(JsonCodec.super.list(), leniency());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The codec repairs the same faults as this tool.
     */
    @Override
    default JsonCodec<Map<String, T>> map() {
        return new LenientCodec<>(JsonCodec.super.map(), leniency());
    }

    /**
     * Returns the arguments of a validated call. A call can wait for days between its validation and its invocation,
     * so times that must be past or future are not compared again.
     *
     * @param call a call to this tool
     * @return its arguments
     * @throws IllegalArgumentException if the arguments are rejected; {@link #decode} returns the violations as data
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
     * Returns the tool with the given name, if any. A current name takes precedence over an {@linkplain #formerly()
     * earlier name}.
     *
     * @param name the name, which a model may have invented
     * @param tools the tools to search
     * @return the tool; empty if the name is unknown
     */
    static Optional<ToolSpec<?>> named(String name, List<ToolSpec<?>> tools) {
        for (ToolSpec<?> tool : tools) {
            if (tool.name().equals(name)) {
                return Optional.of(tool);
            }
        }
        for (ToolSpec<?> tool : tools) {
            if (tool.formerly().contains(name)) {
                return Optional.of(tool);
            }
        }
        return Optional.empty();
    }
}
