package dev.escapement.internal.pattern;

import java.util.Arrays;
import java.util.List;

/**
 * A nondeterministic finite automaton for a regular expression. All its states are simulated at once (K. Thompson,
 * "Regular Expression Search Algorithm", CACM 11, 1968), so the cost per character is at most proportional to the
 * number of states. Immutable.
 */
public final class Nfa {

    private enum Kind {
        CHARS,
        SPLIT,
        START,
        END,
        MATCH
    }

    private final Kind[] kinds;
    private final CodePointSet[] sets;
    private final int[] next;
    private final int[] other;
    private final int start;
    private final boolean anchored;
    private int size;

    /** Creates the automaton for a pattern. */
    public Nfa(PatternNode pattern) {
        int limit = Math.toIntExact(pattern.size()) + 1;
        kinds = new Kind[limit];
        sets = new CodePointSet[limit];
        next = new int[limit];
        other = new int[limit];
        start = emit(pattern, add(Kind.MATCH, CodePointSet.EMPTY, 0, 0));
        anchored = pattern.isAnchoredAtStart();
    }

    /** Returns the number of states. */
    public int size() {
        return size;
    }

    /** Adds the states for a node and returns the first state. The last state leads to the given state. */
    private int emit(PatternNode node, int following) {
        return node.accept(new Emitter(following));
    }

    /** A visitor that adds the states for a node. */
    private final class Emitter implements PatternNode.Visitor<Integer> {

        private final int following;

        Emitter(int following) {
            this.following = following;
        }

        @Override
        public Integer chars(PatternNode.Chars node) {
            return add(Kind.CHARS, node.set(), following, following);
        }

        @Override
        public Integer anchor(PatternNode.Anchor node) {
            Kind kind = node == PatternNode.Anchor.START ? Kind.START : Kind.END;
            return add(kind, CodePointSet.EMPTY, following, following);
        }

        @Override
        public Integer sequence(PatternNode.Sequence node) {
            int first = following;
            for (int i = node.parts().size() - 1; i >= 0; i--) {
                first = emit(node.parts().get(i), first);
            }
            return first;
        }

        @Override
        public Integer choice(PatternNode.Choice node) {
            List<PatternNode> alternatives = node.alternatives();
            int first = emit(alternatives.get(alternatives.size() - 1), following);
            for (int i = alternatives.size() - 2; i >= 0; i--) {
                first = add(Kind.SPLIT, CodePointSet.EMPTY, emit(alternatives.get(i), following), first);
            }
            return first;
        }

        @Override
        public Integer repeat(PatternNode.Repeat node) {
            int first = following;
            int copies = node.min();
            if (node.max() == PatternNode.Repeat.UNBOUNDED) {
                int loop = add(Kind.SPLIT, CodePointSet.EMPTY, following, following);
                int body = emit(node.part(), loop);
                next[loop] = body;
                first = copies == 0 ? loop : body;
                copies--;
            } else {
                for (int i = node.min(); i < node.max(); i++) {
                    first = add(Kind.SPLIT, CodePointSet.EMPTY, emit(node.part(), first), following);
                }
            }
            for (int i = 0; i < copies; i++) {
                first = emit(node.part(), first);
            }
            return first;
        }
    }

    private int add(Kind kind, CodePointSet set, int following, int alternative) {
        kinds[size] = kind;
        sets[size] = set;
        next[size] = following;
        other[size] = alternative;
        return size++;
    }

    /** Returns whether the pattern matches an entire string, or any part of it if {@code whole} is false. */
    public boolean run(String text, boolean whole) {
        boolean onlyFromStart = whole || anchored;
        States current = new States();
        States following = new States();
        int at = 0;
        current.addAll(start, true, text.isEmpty());
        while (at < text.length() && (whole || !current.matched) && !(onlyFromStart && current.count == 0)) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean end = at == text.length();
            following.clear();
            for (int i = 0; i < current.count; i++) {
                int state = current.waiting[i];
                if (sets[state].contains(c)) {
                    following.addAll(next[state], false, end);
                }
            }
            if (!onlyFromStart) {
                following.addAll(start, false, end);
            }
            States swap = current;
            current = following;
            following = swap;
        }
        return current.matched && (!whole || at == text.length());
    }

    /** The set of active states at one position in the string. */
    private final class States {

        /** The active states that consume a character. */
        private final int[] waiting = new int[size];

        private final int[] stack = new int[size + 1];
        private final long[] seen = new long[size / Long.SIZE + 1];
        private int count;
        private boolean matched;

        void clear() {
            count = 0;
            matched = false;
            Arrays.fill(seen, 0);
        }

        /** Adds a state and all states reachable from it without consuming a character. */
        void addAll(int first, boolean atStart, boolean atEnd) {
            int depth = 0;
            stack[depth++] = first;
            while (depth > 0) {
                int state = stack[--depth];
                if ((seen[state / Long.SIZE] & 1L << state) != 0) {
                    continue;
                }
                seen[state / Long.SIZE] |= 1L << state;
                depth += switch (kinds[state]) {
                    case CHARS -> {
                        waiting[count++] = state;
                        yield 0;
                    }
                    case MATCH -> {
                        matched = true;
                        yield 0;
                    }
                    case SPLIT -> {
                        stack[depth] = other[state];
                        stack[depth + 1] = next[state];
                        yield 2;
                    }
                    case START -> push(next[state], depth, atStart);
                    case END -> push(next[state], depth, atEnd);
                };
            }
        }

        /** Pushes a state onto the stack if a condition is true, and returns the number of states pushed. */
        private int push(int state, int depth, boolean condition) {
            if (condition) {
                stack[depth] = state;
            }
            return condition ? 1 : 0;
        }
    }
}
