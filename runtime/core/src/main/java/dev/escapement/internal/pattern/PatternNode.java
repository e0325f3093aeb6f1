package dev.escapement.internal.pattern;

import java.util.List;

/** A node of a parsed regular expression. */
public sealed interface PatternNode {

    /** Returns an upper bound on the number of automaton states for this node. The bound is at least 1. */
    long size();

    /** Returns whether this node can match only at the start of the text. */
    default boolean isAnchoredAtStart() {
        return false;
    }

    /** Calls the visitor's method for the type of this node. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor of nodes, with one method for each node type.
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

    /** A node that matches one code point in a set. */
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

    /** A node that matches its parts in sequence. An empty sequence matches the empty string. */
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

    /** A node that matches one of two or more alternatives. */
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

    /** A node that matches a number of repetitions of its part. */
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

    /** A node that matches the start or the end of the text. */
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
