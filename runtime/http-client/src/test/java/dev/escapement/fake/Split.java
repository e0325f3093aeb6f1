package dev.escapement.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Into what pieces a stream is cut: its texts into deltas, and its bytes on the wire.
 *
 * @param lengths gives the length of one piece after the other, 1 or more; one for each thing that is cut
 */
public record Split(Supplier<IntSupplier> lengths) {

    /** Each text is one delta, and all bytes are written at once. */
    public static final Split NOT = new Split(() -> () -> Integer.MAX_VALUE);

    /** Each character is a delta, and each byte is written alone. */
    public static final Split EVERYWHERE = new Split(() -> () -> 1);

    /**
     * Pieces of all lengths from 1 to 12, the same for each seed.
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

    /** No piece ends within a character that is two of Java's: no provider sends such a delta. */
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
