package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets, and what is less than a list. */
@SuppressWarnings("ESC040")
public interface Collections {

    /** Sets of what is the same in Java exactly if it is the same in JSON. */
    @Tool
    @SuppressWarnings("ESC040")
    record Sets(
            Set<String> words,
            Set<Integer> counts,
            Set<Long> totals,
            Set<Boolean> flags,
            Set<Character> letters,
            Set<BigInteger> big,
            Set<Enums.Size> sizes,
            Set<LocalDate> dates,
            Set<NestedShapes.Point> points) {}

    /** Sets of numbers that differ in Java though JSON Schema calls them equal, or the other way round. */
    @Tool
    @SuppressWarnings("ESC040")
    record Fractions(Set<Double> exact, Set<Float> rough, Set<BigDecimal> prices) {}

    /** Contains such a number. */
    record Priced(String name, BigDecimal price) {}

    /** Contains them where they may be missing. */
    record Estimate(
            OptionalDouble low,
            Optional<Float> high,
            @Nullable BigDecimal mean,
            double[] samples) {}

    /** Has an equality of its own, which sees less than JSON Schema does. */
    record Account(String id, int balance) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Account account && id.equals(account.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Is only equal to itself. */
    record Visit(String place) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Numbers, or what holds them. */
    sealed interface Reading {}

    /** One. */
    record Value(double value) implements Reading {}

    /** Many. */
    record Values(Set<Reading> values) implements Reading {}

    /** None. */
    record Gap() implements Reading {}

    /** Sets of what contains such numbers, or has no equality of its own, or another. */
    @Tool
    @SuppressWarnings("ESC040")
    record Unequal(
            Set<Priced> priced,
            Set<List<Double>> rows,
            Set<Map<String, Float>> maps,
            Set<JsonText> raw,
            Set<List<int[]>> arrays) {}

    /** More of them. */
    @Tool
    @SuppressWarnings("ESC040")
    record UnequalParts(
            Set<Estimate> estimates,
            Set<Account> accounts,
            Set<Visit> visits,
            Set<Reading> readings,
            Set<Set<Float>> sets,
            Set<Collection<BigDecimal>> collections,
            Set<Map<Enums.Colour, List<byte[]>>> blobs,
            Set<@Nullable Double> gaps,
            Set<Generics.Box<Double>> boxes) {}

    /** Sets of texts of which several stand for one value. */
    @Tool
    @SuppressWarnings("ESC040")
    record Texts(
            Set<UUID> ids,
            Set<Instant> moments,
            Set<URI> addresses,
            Set<Duration> durations,
            Set<ZoneOffset> offsets,
            Set<Locale> locales,
            Set<Currency> currencies) {}

    /** Sets of colours. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneSet(Set<Enums.Colour> set) {}

    /** Sets of numbers. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneNumberSet(Set<Integer> set) {}

    /** Sets of prices. */
    @Tool
    @SuppressWarnings("ESC040")
    record OnePriceSet(Set<BigDecimal> set) {}

    /** Sets of doubles. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDoubleSet(Set<Double> set) {}

    /** Sets of floats. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneFloatSet(Set<Float> set) {}

    /** Sets of anything. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneRawSet(Set<JsonText> set) {}

    /** Sets of moments. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneMomentSet(Set<Instant> set) {}

    /** Sets of durations. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDurationSet(Set<Duration> set) {}

    /** Sets of records. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneRecordSet(Set<Priced> set) {}

    /** Sets of sets, and sets in all else. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nestings(
            Set<Set<Integer>> sets,
            Set<List<String>> lists,
            List<Set<Enums.Colour>> inLists,
            Map<String, Set<String>> inMaps,
            Optional<Set<Integer>> perhaps,
            @Nullable Set<String> none,
            Set<@Nullable String> gaps) {}

    /** Sets of sealed interfaces. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alternatives(Set<Unions.Signal> signals, Set<Unions.Animal> animals, Set<MixedUnions.Answer> answers) {}

    /** What can be gone through. */
    @Tool
    @SuppressWarnings("ESC040")
    record Views(
            Collection<String> words,
            Iterable<Integer> counts,
            Collection<NestedShapes.Point> points,
            Iterable<Collection<Enums.Colour>> colours,
            Optional<Iterable<String>> perhaps,
            @Nullable Collection<@Nullable String> gaps,
            Map<String, Iterable<Long>> named) {}
}
