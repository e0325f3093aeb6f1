package dev.escapement.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The division of a stream into pieces: its texts into deltas, and its bytes on the wire.
 *
 * @param lengths a supplier of piece lengths, each 1 or more, for each divided text
 */
public record Split(Supplier<IntSupplier> lengths) {

    /** A single delta for each text, with all bytes written at once. */
    public static final Split NOT = new Split(() -> () -> Integer.MAX_VALUE);

    /** A delta for each character, with each byte written alone. */
    public static final Split EVERYWHERE = new Split(() -> () -> 1);

    /**
     * Returns pieces of all lengths from 1 to 12, the same for each seed.
     *
     * @param seed the seed
     * @return the pieces
     */
    public static Split seeded(long seed) {
        return new Split(() -> {
            Random random = new Random(seed);
            return () -> 1 + random.nextInt(12);
        });
    }

    /** A delta never ends within a surrogate pair, as with real providers. */
    List<String> texts(String text) {
        IntSupplier next = lengths.get();
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int left = text.codePointCount(from, text.length());
            int to = text.offsetByCodePoints(from, Math.min(left, next.getAsInt()));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    List<byte[]> bytes(byte[] bytes) {
        IntSupplier next = lengths.get();
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = from + Math.min(bytes.length - from, next.getAsInt());
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }
}
