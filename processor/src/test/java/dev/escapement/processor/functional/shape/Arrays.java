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

/** Arrays of everything. */
@SuppressWarnings("ESC040")
public interface Arrays {

    /** Of each primitive. */
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

    /** Of each box. */
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

    /** Of classes. */
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

    /** Of arrays. */
    @Tool
    @SuppressWarnings("ESC040")
    record Grids(
            int[][] numbers,
            String[][] words,
            double[][][] cube,
            byte[][] blobs,
            Integer[][] boxes,
            NestedShapes.Point[][] points) {}

    /** In containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record Held(
            List<int[]> rows,
            Map<String, String[]> words,
            Optional<long[]> totals,
            Optional<String[]> perhaps,
            Set<List<char[]>> sets,
            List<List<NestedShapes.Point[]>> deep) {}

    /** Of containers, which Java can make without checks only. */
    @Tool
    @SuppressWarnings("ESC040")
    record OfContainers(
            List<String>[] lists,
            Map<String, int[]>[] maps,
            Set<Enums.Colour>[] sets,
            List<Integer>[][] table,
            Generics.Page<NestedShapes.Point>[] pages,
            Generics.Pair<String, Integer>[][] pairs) {}

    /** With gaps, or not there at all. */
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

    /** Bytes, which are text. */
    @Tool
    @SuppressWarnings("ESC040")
    record Bytes(
            byte[] bytes,
            List<byte[]> list,
            Optional<byte[]> perhaps,
            Map<String, byte[]> named,
            Set<List<byte[]>> set) {}

    /** One text of bytes. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneBytes(byte[] value) {}

    /** As many as one likes. */
    @Tool
    @SuppressWarnings("ESC040")
    record Rest(String first, int... rest) {}
}
