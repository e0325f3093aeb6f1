package dev.escapement.codegen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Methods that read and write primitive arrays as JSON arrays without boxing. Stateless. */
public final class PrimitiveArrays {

    private static final int INITIAL_LENGTH = 16;

    private PrimitiveArrays() {}

    /**
     * Reads an {@code int} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static int @Nullable [] readInts(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        int[] array = new int[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readInt();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes an {@code int} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeInts(JsonWriter out, int[] array) {
        out.beginArray();
        for (int element : array) {
            out.writeInt(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code long} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static long @Nullable [] readLongs(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        long[] array = new long[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readLong();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code long} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeLongs(JsonWriter out, long[] array) {
        out.beginArray();
        for (long element : array) {
            out.writeLong(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code double} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static double @Nullable [] readDoubles(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        double[] array = new double[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readDouble();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code double} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeDoubles(JsonWriter out, double[] array) {
        out.beginArray();
        for (double element : array) {
            out.writeDouble(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code float} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static float @Nullable [] readFloats(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        float[] array = new float[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readFloat();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code float} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeFloats(JsonWriter out, float[] array) {
        out.beginArray();
        for (float element : array) {
            out.writeFloat(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code short} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static short @Nullable [] readShorts(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        short[] array = new short[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readShort();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code short} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeShorts(JsonWriter out, short[] array) {
        out.beginArray();
        for (short element : array) {
            out.writeShort(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code boolean} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static boolean @Nullable [] readBooleans(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        boolean[] array = new boolean[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readBoolean();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code boolean} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeBooleans(JsonWriter out, boolean[] array) {
        out.beginArray();
        for (boolean element : array) {
            out.writeBoolean(element);
        }
        out.endArray();
    }

    /**
     * Reads a {@code char} array.
     *
     * @param in the reader, positioned at the value
     * @return the array; null if the value is not an array or has violations, which are then reported
     */
    public static char @Nullable [] readChars(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        char[] array = new char[INITIAL_LENGTH];
        int length = 0;
        while (in.nextElement()) {
            if (length == array.length) {
                array = Arrays.copyOf(array, 2 * length);
            }
            array[length++] = in.readChar();
        }
        return in.endArray() ? Arrays.copyOf(array, length) : null;
    }

    /**
     * Writes a {@code char} array.
     *
     * @param out the writer
     * @param array the array
     */
    public static void writeChars(JsonWriter out, char[] array) {
        out.beginArray();
        for (char element : array) {
            out.writeChar(element);
        }
        out.endArray();
    }
}
