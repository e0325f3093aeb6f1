package dev.escapement.anthropic;

/**
 * How a model thinks before it replies. What it thought is shown to whoever watches, kept with the reply and passed back to
 * the model; it is never part of the text.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Extended thinking</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking">Adaptive thinking</a>
 */
public sealed interface Thinking {

    /**
     * As much as the model finds right, for models since Claude 4.6. How hard it tries is set with
     * {@code property("output_config", "{\"effort\":\"medium\"}")}.
     */
    record Adaptive() implements Thinking {}

    /**
     * Up to a number of tokens, for models up to Claude 4.6; later ones refuse it.
     *
     * @param tokens 1,024 or more; counts as output
     */
    record Budget(int tokens) implements Thinking {

        private static final int LEAST = 1_024;

        public Budget {
            if (tokens < LEAST) {
                throw new IllegalArgumentException(
                        "A budget for thinking has at least " + LEAST + " tokens, not " + tokens + ".");
            }
        }
    }

    /**
     * As much as the model finds right.
     *
     * @return the way to think
     */
    static Thinking adaptive() {
        return new Adaptive();
    }

    /**
     * Up to a number of tokens.
     *
     * @param tokens 1,024 or more
     * @return the way to think
     * @throws IllegalArgumentException if they are fewer
     */
    static Thinking budget(int tokens) {
        return new Budget(tokens);
    }
}
