package dev.escapement.json;

import dev.escapement.codegen.JsonReader;
import java.util.List;
import java.util.function.Function;

/**
 * The result of decoding JSON, which is either {@link Accepted} or {@link Rejected}.
 *
 * @param <T> the type of the value
 */
public sealed interface Decoded<T> {

    /**
     * Applies one of two functions, depending on the type of this result.
     *
     * @param accepted the function for an accepted result
     * @param rejected the function for a rejected result
     * @param <R> the type of the result
     * @return the result of the applied function
     */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> accepted, Function<? super Rejected<T>, ? extends R> rejected);

    /**
     * A successful result, which contains the decoded value.
     *
     * @param value the value
     * @param repairs the repairs, in the order of their positions in the JSON; empty if the JSON had no faults
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
     * A failed result, which contains the violations.
     *
     * @param violations all faults in the JSON, sorted {@linkplain Violation#BY_PATH by path}; at least one, at most
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
         * Returns feedback for a model, with one line for each violation. Each line contains the path, the expected
         * value and the actual value. The text is deterministic and has at most 2,000 characters. It does not name a
         * tool; for a model with several tools, use {@link #feedback(String)}.
         *
         * @return several lines
         */
        public String feedback() {
            return report(Feedback.REJECTED);
        }

        /**
         * Returns the same feedback as {@link #feedback()}, but also names the tool whose arguments were rejected.
         *
         * @param tool the tool's name
         * @return several lines
         */
        public String feedback(String tool) {
            return report(Feedback.rejected(tool));
        }

        /**
         * Returns the same feedback as {@link #feedback()}, but under a given heading. Intended for values that are not
         * tool arguments.
         *
         * @param heading the first line, which names the rejected value
         * @return several lines
         */
        public String report(String heading) {
            return Feedback.render(heading, violations);
        }
    }
}
