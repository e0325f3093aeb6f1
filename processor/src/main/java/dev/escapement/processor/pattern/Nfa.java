package dev.escapement.processor.pattern;

import java.util.Arrays;
import java.util.List;

/**
 * The automaton of a regular expression, run on all its states at once (K. Thompson, "Regular Expression Search
 * Algorithm", CACM 11, 1968): every character costs at most as much as there are states. Immutable.
 */
final class Nfa {

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

    Nfa(PatternNode pattern) {
        int limit = Math.toIntExact(pattern.size()) + 1;
        kinds = new Kind[limit];
        sets = new CodePointSet[limit];
        next = new int[limit];
        other = new int[limit];
        start = emit(pattern, add(Kind.MATCH, CodePointSet.EMPTY, 0, 0));
        anchored = pattern.isAnchoredAtStart();
    }

    int size() {
        return size;
    }

    /** Adds the states of a part in front of those of what follows, and returns the first. */
    private int emit(PatternNode node, int following) {
        if (node instanceof PatternNode.Chars chars) {
            return add(Kind.CHARS, chars.set(), following, following);
        }
        if (node instanceof PatternNode.Anchor anchor) {
            Kind kind = anchor == PatternNode.Anchor.START ? Kind.START : Kind.END;
            return add(kind, CodePointSet.EMPTY, following, following);
        }
        if (node instanceof PatternNode.Sequence sequence) {
            List<PatternNode> parts = sequence.parts();
            int first = following;
            for (int i = parts.size() - 1; i >= 0; i--) {
                first = emit(parts.get(i), first);
            }
            return first;
        }
        if (node instanceof PatternNode.Choice choice) {
            List<PatternNode> alternatives = choice.alternatives();
            int first = emit(alternatives.get(alternatives.size() - 1), following);
            for (int i = alternatives.size() - 2; i >= 0; i--) {
                first = add(Kind.SPLIT, CodePointSet.EMPTY, emit(alternatives.get(i), following), first);
            }
            return first;
        }
        return emitRepeat((PatternNode.Repeat) node, following);
    }

    private int emitRepeat(PatternNode.Repeat repeat, int following) {
        int first = following;
        int copies = repeat.min();
        if (repeat.max() == PatternNode.Repeat.UNBOUNDED) {
            int loop = add(Kind.SPLIT, CodePointSet.EMPTY, following, following);
            int body = emit(repeat.part(), loop);
            next[loop] = body;
            first = copies == 0 ? loop : body;
            copies--;
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                first = add(Kind.SPLIT, CodePointSet.EMPTY, emit(repeat.part(), first), following);
            }
        }
        for (int i = 0; i < copies; i++) {
            first = emit(repeat.part(), first);
        }
        return first;
    }

    private int add(Kind kind, CodePointSet set, int following, int alternative) {
        kinds[size] = kind;
        sets[size] = set;
        next[size] = following;
        other[size] = alternative;
        return size++;
    }

    /** Whether the whole of a text matches, or any part of it. */
    boolean run(String text, boolean whole) {
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

    /** The states in which the automaton is at one place of the text. */
    private final class States {

        /** Those that wait for a character. */
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

        /** Adds a state and all that can be reached from it without a character. */
        void addAll(int first, boolean atStart, boolean atEnd) {
            int depth = 0;
            stack[depth++] = first;
            while (depth > 0) {
                int state = stack[--depth];
                if ((seen[state / Long.SIZE] & 1L << state) != 0) {
                    continue;
                }
                seen[state / Long.SIZE] |= 1L << state;
                switch (kinds[state]) {
                    case CHARS -> waiting[count++] = state;
                    case MATCH -> matched = true;
                    case SPLIT -> {
                        stack[depth++] = other[state];
                        stack[depth++] = next[state];
                    }
                    case START, END -> {
                        if (kinds[state] == Kind.START ? atStart : atEnd) {
                            stack[depth++] = next[state];
                        }
                    }
                }
            }
        }
    }
}
