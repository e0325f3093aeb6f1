package dev.escapement.internal.pattern;

import java.util.Arrays;

/** An immutable set of code points. Uses only the JDK; see {@link PatternParser}. */
public final class CodePointSet {

    static final CodePointSet EMPTY = new CodePointSet(new int[0]);

    /** The characters that {@code .} matches in ECMAScript. */
    static final CodePointSet ANY =
            ranges('\n', '\n', '\r', '\r', 0x2028, 0x2029).complement();

    static final CodePointSet DIGITS = ranges('0', '9');
    static final CodePointSet WORD = ranges('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    /** The characters that {@code \s} matches in ECMAScript (WhiteSpace and LineTerminator). */
    static final CodePointSet SPACE = ranges(
            '\t', '\r', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F,
            0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    /**
     * The first and last code points of each range. The ranges are in ascending order and neither overlap nor touch.
     */
    private final int[] bounds;

    private final long low;
    private final long high;

    private CodePointSet(int[] bounds) {
        this.bounds = bounds;
        this.low = mask(0);
        this.high = mask(Long.SIZE);
    }

    static CodePointSet of(int codePoint) {
        return ranges(codePoint, codePoint);
    }

    static CodePointSet range(int first, int last) {
        return ranges(first, last);
    }

    private static CodePointSet ranges(int... bounds) {
        return new CodePointSet(bounds);
    }

    CodePointSet plus(CodePointSet other) {
        long[] ranges = new long[(bounds.length + other.bounds.length) / 2];
        for (int i = 0; i < ranges.length; i++) {
            int[] from = 2 * i < bounds.length ? bounds : other.bounds;
            int at = 2 * i < bounds.length ? 2 * i : 2 * i - bounds.length;
            ranges[i] = (long) from[at] << Integer.SIZE | from[at + 1];
        }
        Arrays.sort(ranges);
        int[] merged = new int[2 * ranges.length];
        int size = 0;
        for (long range : ranges) {
            int first = (int) (range >> Integer.SIZE);
            int last = (int) range;
            if (size > 0 && first <= merged[size - 1] + 1) {
                merged[size - 1] = Math.max(merged[size - 1], last);
            } else {
                merged[size++] = first;
                merged[size++] = last;
            }
        }
        return new CodePointSet(Arrays.copyOf(merged, size));
    }

    CodePointSet complement() {
        int[] rest = new int[bounds.length + 2];
        int size = 0;
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (next < bounds[i]) {
                rest[size++] = next;
                rest[size++] = bounds[i] - 1;
            }
            next = bounds[i + 1] + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            rest[size++] = next;
            rest[size++] = Character.MAX_CODE_POINT;
        }
        return new CodePointSet(Arrays.copyOf(rest, size));
    }

    public boolean contains(int codePoint) {
        if (codePoint < Long.SIZE) {
            return (low & 1L << codePoint) != 0;
        }
        return codePoint < 2 * Long.SIZE ? (high & 1L << codePoint) != 0 : search(codePoint);
    }

    private boolean search(int codePoint) {
        int found = Arrays.binarySearch(bounds, codePoint);
        // Between the two bounds of a range the insertion point is odd.
        return found >= 0 || (found & 1) == 0;
    }

    private long mask(int first) {
        long mask = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            mask |= search(first + i) ? 1L << i : 0;
        }
        return mask;
    }
}
