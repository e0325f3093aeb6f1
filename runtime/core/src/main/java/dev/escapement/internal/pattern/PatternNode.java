package dev.escapement.internal.pattern;

import java.util.List;

/** A parsed regular expression. */
public sealed interface PatternNode {

    /** An upper bound of the states that an automaton needs for it; at least 1. */
    long size();

    /** Returns whether a match can only begin where the text begins. */
    default boolean isAnchoredAtStart() {
        return false;
    }

    /** Calls the method of a visitor that belongs to the type of this node. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A function of nodes with one method for each type.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        R chars(Chars node);

        R sequence(Sequence node);

        R choice(Choice node);

        R repeat(Repeat node);

        R anchor(Anchor node);
    }

    /** One code point of a set. */
    record Chars(CodePointSet set) implements PatternNode {
        @Override
        public long size() {
            return 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.chars(this);
        }
    }

    /** One part after the other; the empty text if there is none. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        @Override
        public long size() {
            return Math.max(1, parts.stream().mapToLong(PatternNode::size).sum());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }

        @Override
        public boolean isAnchoredAtStart() {
            return !parts.isEmpty() && parts.get(0) == Anchor.START;
        }
    }

    /** One of at least two alternatives. */
    record Choice(List<PatternNode> alternatives) implements PatternNode {
        @Override
        public long size() {
            return alternatives.stream().mapToLong(PatternNode::size).sum() + alternatives.size() - 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }

        @Override
        public boolean isAnchoredAtStart() {
            return alternatives.stream().allMatch(PatternNode::isAnchoredAtStart);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.repeat(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anchor(this);
        }
    }
}
