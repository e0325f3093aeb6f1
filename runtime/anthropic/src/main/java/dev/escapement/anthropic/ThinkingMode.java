package dev.escapement.anthropic;

/**
 * A mode in which a model thinks before it replies. Thinking causes deltas, is stored with the reply, and is repeated
 * in later requests; it is never part of the text.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Extended thinking</a>
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking">Adaptive thinking</a>
 */
public sealed interface ThinkingMode {

    /**
     * A visitor of thinking modes, with one method for each mode.
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
         * Handles thinking with a token budget.
         *
         * @param budget the thinking
         * @return the result
         */
        R budget(TokenBudget budget);
    }

    /**
     * Calls the visitor method for this mode.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A mode in which the model chooses how much to think. Supported by models since Claude 4.6. The effort is set with
     * {@code property("output_config", "{\"effort\":\"medium\"}")}.
     */
    record Adaptive() implements ThinkingMode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adaptive(this);
        }
    }

    /**
     * A mode that limits thinking to a number of tokens. Supported by models up to Claude 4.6; later models reject it.
     *
     * @param tokens 1,024 or more; counts as output
     */
    record TokenBudget(int tokens) implements ThinkingMode {

        static final int LEAST = 1_024;

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
     * Returns a mode in which the model chooses how much to think.
     *
     * @return adaptive thinking
     */
    static ThinkingMode adaptive() {
        return new Adaptive();
    }

    /**
     * Returns a mode that limits thinking to a number of tokens.
     *
     * @param tokens 1,024 or more
     * @return thinking with a token budget
     * @throws IllegalArgumentException if there are fewer
     */
    static ThinkingMode budget(int tokens) {
        return new TokenBudget(tokens);
    }
}
