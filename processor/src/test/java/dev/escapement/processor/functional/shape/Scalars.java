package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of one token, alone and in every kind of container. */
@SuppressWarnings("ESC040")
public interface Scalars {

    /** A component of each type. */
    @Tool
    @SuppressWarnings("ESC040")
    record Plain(String text, boolean flag, int count, long total, double ratio, BigDecimal price) {}

    /** Boxed values that are not nullable. */
    @Tool
    @SuppressWarnings("ESC040")
    record Boxed(Boolean flag, Integer count, Long total, Double ratio) {}

    /** Scalars in lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record Lists(
            List<String> texts,
            List<Boolean> flags,
            List<Integer> counts,
            List<Long> totals,
            List<Double> ratios,
            List<BigDecimal> prices) {}

    /** Scalars in maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Maps(
            Map<String, String> texts,
            Map<String, Boolean> flags,
            Map<String, Integer> counts,
            Map<String, Long> totals,
            Map<String, Double> ratios,
            Map<String, BigDecimal> prices) {}

    /** Optional scalars. */
    @Tool
    @SuppressWarnings("ESC040")
    record Optionals(
            Optional<String> text,
            Optional<Boolean> flag,
            Optional<Integer> count,
            Optional<Long> total,
            Optional<Double> ratio,
            Optional<BigDecimal> price,
            Optional<List<String>> texts,
            Optional<Map<String, Integer>> counts) {}

    /** Collections of collections. */
    @Tool
    @SuppressWarnings("ESC040")
    record Deep(
            List<List<String>> rows,
            List<List<List<Integer>>> cubes,
            Map<String, List<Double>> series,
            List<Map<String, Boolean>> switches,
            Map<String, Map<String, Long>> tables) {}

    /** A record without components. */
    @Tool
    record Nothing() {}
}
