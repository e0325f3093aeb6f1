package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import java.util.List;
import java.util.function.Function;

/**
 * What came of decoding a text.
 *
 * @param <T> the type that was asked for
 */
public sealed interface Decoded<T> {

    /**
     * Applies one of two functions, as the text was accepted or rejected.
     *
     * @param accepted applied to an accepted text
     * @param rejected applied to a rejected text
     * @param <R> the type of the result
     * @return the result of the function
     */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> accepted, Function<? super Rejected<T>, ? extends R> rejected);

    /**
     * The text was accepted.
     *
     * @param value the value
     * @param repairs what had to be repaired on the way, in the order of the text; empty for a text that was right
     * @param <T> the type that was asked for
     */
    record Accepted<T>(T value, List<Repair> repairs) implements Decoded<T> {
        public Accepted {
            repairs = List.copyOf(repairs);
        }

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> accepted,
                Function<? super Rejected<T>, ? extends R> rejected) {
            return accepted.apply(this);
        }
    }

    /**
     * The text was rejected.
     *
     * @param violations everything that is wrong with it, sorted {@linkplain Violation#BY_PATH by path}; at least one, at most
     *     {@value JsonReader#MAX_VIOLATIONS}
     * @param <T> the type that was asked for
     */
    record Rejected<T>(List<Violation> violations) implements Decoded<T> {
        public Rejected {
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a rejected text has at least one violation");
            }
            violations = List.copyOf(violations);
        }

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> accepted,
                Function<? super Rejected<T>, ? extends R> rejected) {
            return rejected.apply(this);
        }

        /**
         * What a model needs to correct itself: a line for each violation with its path, what was expected and what was
         * found. The same text for the same violations, at most 2,000 characters. It names no tool: where a model has
         * several, use {@link #feedback(String)}.
         *
         * @return several lines
         */
        public String feedback() {
            return report(Feedback.REJECTED);
        }

        /**
         * As {@link #feedback()}, with the name of the tool whose arguments were rejected.
         *
         * @param tool the tool's name
         * @return several lines
         */
        public String feedback(String tool) {
            return report(Feedback.rejected(tool));
        }

        /**
         * As {@link #feedback()}, about something other than arguments.
         *
         * @param heading the first line, which says what was rejected
         * @return several lines
         */
        public String report(String heading) {
            return Feedback.render(heading, violations);
        }
    }
}
