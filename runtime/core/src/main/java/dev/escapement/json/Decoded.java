package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import java.util.List;
import java.util.function.Function;

/**
 * The result of decoding JSON text: {@link Accepted} or {@link Rejected}.
 *
 * @param <T> the type of the value
 */
public sealed interface Decoded<T> {

    /**
     * Applies the function for the type of this result.
     *
     * @param accepted applied to an accepted text
     * @param rejected applied to a rejected text
     * @param <R> the type of the result
     * @return the result of the function
     */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> accepted, Function<? super Rejected<T>, ? extends R> rejected);

    /**
     * The result for an accepted text.
     *
     * @param value the value
     * @param repairs the repairs, in the order of the text; empty if the text had no faults
     * @param <T> the type of the value
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
     * The result for a rejected text.
     *
     * @param violations all faults of the text, sorted {@linkplain Violation#BY_PATH by path}; at least one, at most
     *     {@value JsonReader#MAX_VIOLATIONS}
     * @param <T> the type of the value
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
         * Returns feedback for a model: one line for each violation, with its path, the expected and the actual
         * value. The text is deterministic and has at most 2,000 characters. It does not name a tool; for a model
         * with several tools, use {@link #feedback(String)}.
         *
         * @return several lines
         */
        public String feedback() {
            return report(Feedback.REJECTED);
        }

        /**
         * Returns the text of {@link #feedback()} with the name of the tool whose arguments were rejected.
         *
         * @param tool the tool's name
         * @return several lines
         */
        public String feedback(String tool) {
            return report(Feedback.rejected(tool));
        }

        /**
         * Returns the text of {@link #feedback()} with another heading, for values other than arguments.
         *
         * @param heading the first line, which names the rejected value
         * @return several lines
         */
        public String report(String heading) {
            return Feedback.render(heading, violations);
        }
    }
}
