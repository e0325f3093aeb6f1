package dev.escapement.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A factory of histograms with the bucket boundaries that the semantic conventions recommend.
 *
 * @param meter the source of the instruments
 */
record Histograms(Meter meter) {

    static Histograms of(OpenTelemetry openTelemetry) {
        return new Histograms(openTelemetry
                .meterBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA_URL)
                .build());
    }

    /** Returns a histogram of durations with 14 boundaries from 10 milliseconds to 82 seconds. */
    DoubleHistogram seconds(String name, String description) {
        return seconds(name, description, powers(2, 14, power -> power / 100.0));
    }

    /** Returns a histogram of durations with 13 boundaries from 0.1 seconds to 7 minutes. */
    DoubleHistogram longSeconds(String name, String description) {
        return seconds(name, description, powers(2, 13, power -> power / 10.0));
    }

    private DoubleHistogram seconds(String name, String description, List<Double> boundaries) {
        return meter.histogramBuilder(name)
                .setDescription(description)
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(boundaries)
                .build();
    }

    /** Returns a histogram of token counts with 14 boundaries from 1 to 67 million. */
    LongHistogram tokens(String name, String description) {
        return counts(name, description, "{token}", powers(4, 14, Long::valueOf));
    }

    /** Returns a histogram of call counts with 8 boundaries from 1 to 128. */
    LongHistogram calls(String name, String description, String unit) {
        return counts(name, description, unit, powers(2, 8, Long::valueOf));
    }

    private LongHistogram counts(String name, String description, String unit, List<Long> boundaries) {
        return meter.histogramBuilder(name)
                .ofLongs()
                .setDescription(description)
                .setUnit(unit)
                .setExplicitBucketBoundariesAdvice(boundaries)
                .build();
    }

    private static <T> List<T> powers(long base, int count, LongFunction<T> boundary) {
        Stream<T> boundaries =
                LongStream.iterate(1, power -> power * base).limit(count).mapToObj(boundary);
        return boundaries.toList();
    }
}
