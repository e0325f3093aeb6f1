package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays of all element types. */
@SuppressWarnings("ESC040")
public interface Arrays {

    /** Arrays of each primitive type. */
    @Tool
    @SuppressWarnings("ESC040")
    record Primitives(
            boolean[] flags,
            short[] small,
            char[] letters,
            int[] counts,
            long[] totals,
            float[] rough,
            double[] exact) {}

    /** Arrays of each boxed type. */
    @Tool
    @SuppressWarnings("ESC040")
    record Boxes(
            Boolean[] flags,
            Byte[] tiny,
            Short[] small,
            Character[] letters,
            Integer[] counts,
            Long[] totals,
            Float[] rough,
            Double[] exact) {}

    /** Arrays of classes. */
    @Tool
    @SuppressWarnings("ESC040")
    record Objects(
            String[] texts,
            BigDecimal[] prices,
            NestedShapes.Point[] points,
            Enums.Colour[] colours,
            Unions.Shape[] shapes,
            LocalDate[] dates,
            UUID[] ids,
            JsonText[] anything) {}

    /** Arrays of arrays. */
    @Tool
    @SuppressWarnings("ESC040")
    record Grids(
            int[][] numbers,
            String[][] words,
            double[][][] cube,
            byte[][] blobs,
            Integer[][] boxes,
            NestedShapes.Point[][] points) {}

    /** Arrays in containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record Held(
            List<int[]> rows,
            Map<String, String[]> words,
            Optional<long[]> totals,
            Optional<String[]> perhaps,
            Set<List<char[]>> sets,
            List<List<NestedShapes.Point[]>> deep) {}

    /** Arrays of containers, which Java can create only with unchecked casts. */
    @Tool
    @SuppressWarnings("ESC040")
    record OfContainers(
            List<String>[] lists,
            Map<String, int[]>[] maps,
            Set<Enums.Colour>[] sets,
            List<Integer>[][] table,
            Generics.Page<NestedShapes.Point>[] pages,
            Generics.Pair<String, Integer>[][] pairs) {}

    /** Arrays that contain null or are null. */
    @Tool
    @SuppressWarnings("ESC040")
    record Gaps(
            @Nullable String[] elements,
            String @Nullable [] all,
            @Nullable Integer @Nullable [] both,
            int @Nullable [] primitive,
            byte @Nullable [] bytes,
            Enums.@Nullable Colour[] colours,
            int @Nullable [][] outer,
            int[] @Nullable [] inner) {}

    /** Byte arrays, which are encoded as text. */
    @Tool
    @SuppressWarnings("ESC040")
    record Bytes(
            byte[] bytes,
            List<byte[]> list,
            Optional<byte[]> perhaps,
            Map<String, byte[]> named,
            Set<List<byte[]>> set) {}

    /** A single byte array. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneBytes(byte[] value) {}

    /** A variable number of values. */
    @Tool
    @SuppressWarnings("ESC040")
    record Rest(String first, int... rest) {}
}
