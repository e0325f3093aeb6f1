package dev.escapement.engine;

import dev.escapement.internal.failure.Failures;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.internal.lock.LockSchema;
import dev.escapement.internal.lock.SchemaInclusion;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.StaleCodeError;
import dev.escapement.json.Upcasts;
import dev.escapement.json.Violation;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.function.Consumer;

/** The rules for replies to questions that an earlier release of the agent asked. */
final class RecordedReply {

    private RecordedReply() {}

    /**
     * Returns whether replies to a question can be decoded: its schema is current, or it is an earlier one whose replies
     * the current type accepts or converts.
     *
     * @param tool the current name of the tool of a step that pauses
     */
    static boolean isReadable(AgentLoop loop, String tool, Event.ReplyAsked question) {
        return isCurrent(loop, tool, question)
                || isConverted(loop, tool, question)
                || isIncluded(question.schema(), loop.replySchema(tool));
    }

    /** Returns whether each reply that is valid for a question is valid for the current schema. */
    private static boolean isIncluded(String asked, String current) {
        try {
            return SchemaInclusion.changes(LockSchema.of(asked), LockSchema.of(current), false)
                    .isEmpty();
        } catch (IllegalArgumentException notASchema) {
            return false;
        }
    }

    private static boolean isCurrent(AgentLoop loop, String tool, Event.ReplyAsked question) {
        return question.schema().isEmpty() || question.schema().equals(loop.replySchema(tool));
    }

    private static boolean isConverted(AgentLoop loop, String tool, Event.ReplyAsked question) {
        Upcasts upcasts = loop.upcasts(tool);
        return !upcasts.isEmpty() && upcasts.include(Upcasts.fingerprint(question.schema()));
    }

    /**
     * Decodes a reply to a question. A reply to an earlier form of the question may have this form, which people see, or
     * the current form, in which the generated methods for replies write it.
     *
     * @param tool the current name of the tool of a step that pauses
     * @param defects the receiver of exceptions, which are violations
     */
    static Decoded<?> decoded(
            AgentLoop loop,
            String tool,
            Event.ReplyAsked question,
            String json,
            ReadOptions options,
            Consumer<Throwable> defects) {
        if (isCurrent(loop, tool, question) || loop.upcasts(tool).isEmpty()) {
            return guarded(() -> loop.readReply(tool, unknown(loop, tool, question, json, options), options), defects);
        }
        ReadOptions withoutFiles = options.withFiles(file -> {});
        String schema = Upcasts.fingerprint(question.schema());
        Decoded<?> earlier = guarded(
                () -> {
                    String current = loop.upcasts(tool).upcast(schema, json);
                    Decoded<?> decoded = loop.readReply(tool, current, withoutFiles);
                    return decoded instanceof Decoded.Accepted<?> ? loop.readReply(tool, current, options) : decoded;
                },
                defects);
        if (earlier instanceof Decoded.Accepted<?> || !isConverted(loop, tool, question)) {
            return earlier;
        }
        Decoded<?> current = guarded(() -> loop.readReply(tool, json, withoutFiles), defect -> {});
        return current instanceof Decoded.Accepted<?>
                ? guarded(() -> loop.readReply(tool, json, options), defects)
                : earlier;
    }

    /** Returns a reply to a question that a person asked in place of the step, whose form was not recorded. */
    private static String unknown(
            AgentLoop loop, String tool, Event.ReplyAsked question, String json, ReadOptions options) {
        ReadOptions trial = new ReadOptions(options.leniency(), options.clock());
        return question.schema().isEmpty()
                ? loop.upcasts(tool)
                        .upcastUnknown(json, text -> loop.readReply(tool, text, trial) instanceof Decoded.Accepted<?>)
                : json;
    }

    /**
     * The decoding of a reply or a result.
     *
     * @param <R> the type of the value
     */
    @FunctionalInterface
    interface Decoding<R> {
        Decoded<? extends R> decode();
    }

    /** Decodes a reply or a result. An exception from an upcast method or from the constructor of a record is a violation. */
    static <R> Decoded<? extends R> guarded(Decoding<R> decoding, Consumer<Throwable> defects) {
        try {
            return decoding.decode();
        } catch (RuntimeException | Error e) {
            StaleCodeError.throwIfStale(e);
            Failures.throwIfFatal(e);
            defects.accept(e);
            return new Decoded.Rejected<>(
                    List.of(new Violation("$", ViolationMessages.CONSISTENT, ViolationMessages.INCONSISTENT)));
        }
    }
}
