package dev.escapement.anthropic;

/**
 * The thinking of a model before its reply. Thinking causes deltas, is stored with the reply and repeated in later requests;
 * it is never part of the text.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Extended thinking</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking">Adaptive thinking</a>
 */
public sealed interface ThinkingMode {

    /**
     * A function of the kinds of thinking with one method for each.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Handles adaptive thinking.
         *
         * @param adaptive the thinking
         * @return the result
         */
        R adaptive(Adaptive adaptive);

        /**
         * Handles thinking with a budget.
         *
         * @param budget the thinking
         * @return the result
         */
        R budget(TokenBudget budget);
    }

    /**
     * Calls the method of a visitor that belongs to the type of this thinking.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * As much thinking as the model chooses, for models since Claude 4.6. The effort is set with {@code
     * property("output_config", "{\"effort\":\"medium\"}")}.
     */
    record Adaptive() implements ThinkingMode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adaptive(this);
        }
    }

    /**
     * Thinking with up to a number of tokens, for models up to Claude 4.6; later models reject it.
     *
     * @param tokens 1,024 or more; counts as output
     */
    record TokenBudget(int tokens) implements ThinkingMode {

        private static final int LEAST = 1_024;

        public TokenBudget {
            if (tokens < LEAST) {
                throw new IllegalArgumentException(
                        "The budget for thinking is " + tokens + " tokens. It must be " + LEAST + " or more.");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.budget(this);
        }
    }

    /**
     * Returns adaptive thinking.
     *
     * @return as much thinking as the model chooses
     */
    static ThinkingMode adaptive() {
        return new Adaptive();
    }

    /**
     * Returns thinking with a budget.
     *
     * @param tokens 1,024 or more
     * @return thinking with up to so many tokens
     * @throws IllegalArgumentException if there are fewer
     */
    static ThinkingMode budget(int tokens) {
        return new TokenBudget(tokens);
    }
}
