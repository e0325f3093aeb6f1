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

/** Sets, and supertypes of lists. */
@SuppressWarnings("ESC040")
public interface Collections {

    /** Sets of elements with the same equality in Java and in JSON. */
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

    /** Sets of numbers whose equality in Java differs from that in JSON Schema. */
    @Tool
    @SuppressWarnings("ESC040")
    record Fractions(Set<Double> exact, Set<Float> rough, Set<BigDecimal> prices) {}

    /** A record with such a number. */
    record Priced(String name, BigDecimal price) {}

    /** A record in which such numbers are optional. */
    record Estimate(
            OptionalDouble low,
            Optional<Float> high,
            @Nullable BigDecimal mean,
            double[] samples) {}

    /** A record whose equality ignores a component. */
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

    /** A record with identity equality. */
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

    /** A number, a set of readings, or a gap. */
    sealed interface Reading {}

    /** A number. */
    record Value(double value) implements Reading {}

    /** A set of readings. */
    record Values(Set<Reading> values) implements Reading {}

    /** A missing reading. */
    record Gap() implements Reading {}

    /** Sets of elements with such numbers, or with a different equality. */
    @Tool
    @SuppressWarnings("ESC040")
    record Unequal(
            Set<Priced> priced,
            Set<List<Double>> rows,
            Set<Map<String, Float>> maps,
            Set<JsonText> raw,
            Set<List<int[]>> arrays) {}

    /** Further sets of such elements. */
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

    /** Sets of texts, several of which represent the same value. */
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

    /** A set of colours. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneSet(Set<Enums.Colour> set) {}

    /** A set of numbers. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneNumberSet(Set<Integer> set) {}

    /** A set of prices. */
    @Tool
    @SuppressWarnings("ESC040")
    record OnePriceSet(Set<BigDecimal> set) {}

    /** A set of doubles. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDoubleSet(Set<Double> set) {}

    /** A set of floats. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneFloatSet(Set<Float> set) {}

    /** A set of arbitrary JSON. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneRawSet(Set<JsonText> set) {}

    /** A set of instants. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneMomentSet(Set<Instant> set) {}

    /** A set of durations. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneDurationSet(Set<Duration> set) {}

    /** A set of records. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneRecordSet(Set<Priced> set) {}

    /** Sets of sets, and sets in other containers. */
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

    /** Collections and iterables. */
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
