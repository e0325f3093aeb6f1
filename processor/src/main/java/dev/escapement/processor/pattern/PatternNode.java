package dev.escapement.processor.pattern;

import java.util.List;

/** A parsed regular expression. Depends on nothing: see {@link PatternParser}. */
sealed interface PatternNode {

    /** An upper bound of the states that an automaton needs for it; at least 1. */
    long size();

    /** One code point of a set. */
    record Chars(CodePointSet set) implements PatternNode {
        @Override
        public long size() {
            return 1;
        }
    }

    /** One part after the other; the empty text if there is none. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        @Override
        public long size() {
            return Math.max(1, parts.stream().mapToLong(PatternNode::size).sum());
        }
    }

    /** One of at least two alternatives. */
    record Choice(List<PatternNode> alternatives) implements PatternNode {
        @Override
        public long size() {
            return alternatives.stream().mapToLong(PatternNode::size).sum() + alternatives.size() - 1;
        }
    }

    /** A part several times. */
    record Repeat(PatternNode part, int min, int max) implements PatternNode {

        static final int UNBOUNDED = -1;

        @Override
        public long size() {
            long copies = max == UNBOUNDED ? Math.max(1, min) : max;
            long splits = max == UNBOUNDED ? 1 : max - min;
            return Math.max(1, copies * part.size() + splits);
        }
    }

    /** A place in the text. */
    enum Anchor implements PatternNode {
        START,
        END;

        @Override
        public long size() {
            return 1;
        }
    }

    /** Whether a match can only begin where the text begins. */
    default boolean isAnchoredAtStart() {
        if (this instanceof Choice choice) {
            return choice.alternatives().stream().allMatch(PatternNode::isAnchoredAtStart);
        }
        return this instanceof Sequence sequence
                && !sequence.parts().isEmpty()
                && sequence.parts().get(0) == Anchor.START;
    }
}
