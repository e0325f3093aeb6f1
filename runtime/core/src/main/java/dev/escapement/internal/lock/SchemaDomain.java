package dev.escapement.internal.lock;

import dev.escapement.internal.tree.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of JSON values of one type. A schema describes the union of such sets. */
sealed interface SchemaDomain {

    /** Returns the JSON type in words. */
    String words();

    /** All values. */
    record AnyDomain() implements SchemaDomain {
        @Override
        public String words() {
            return "any value";
        }
    }

    /** The value null. */
    record NullDomain() implements SchemaDomain {
        @Override
        public String words() {
            return "null";
        }
    }

    /** The booleans in a set. */
    record BoolDomain(Set<Boolean> values) implements SchemaDomain {
        @Override
        public String words() {
            return "boolean";
        }
    }

    /**
     * The multiples of a number in a range, or all numbers in a range. The limits of multiples are multiples.
     *
     * @param step the divisor; null for all numbers
     * @param openMin whether the minimum is excluded
     * @param openMax whether the maximum is excluded
     */
    record NumberDomain(
            @Nullable BigDecimal step,
            @Nullable BigDecimal min,
            boolean openMin,
            @Nullable BigDecimal max,
            boolean openMax)
            implements SchemaDomain {

        public NumberDomain {
            if (step != null) {
                min = min == null ? null : multiple(min, step, RoundingMode.CEILING, openMin);
                max = max == null ? null : multiple(max, step, RoundingMode.FLOOR, openMax);
                openMin = false;
                openMax = false;
            }
        }

        private static BigDecimal multiple(BigDecimal limit, BigDecimal step, RoundingMode mode, boolean open) {
            BigDecimal count = limit.divide(step, 0, mode);
            if (open && count.multiply(step).compareTo(limit) == 0) {
                count = mode == RoundingMode.CEILING ? count.add(BigDecimal.ONE) : count.subtract(BigDecimal.ONE);
            }
            return count.multiply(step);
        }

        boolean isEmpty() {
            int order = min == null || max == null ? -1 : min.compareTo(max);
            return order > 0 || (order == 0 && (openMin || openMax));
        }

        boolean isInteger() {
            return step != null && isMultiple(step, BigDecimal.ONE);
        }

        /** Returns whether each number of this set is a multiple. */
        boolean areMultiplesOf(BigDecimal divisor) {
            if (min != null && max != null && min.compareTo(max) == 0) {
                return isMultiple(min, divisor);
            }
            return step != null && isMultiple(step, divisor);
        }

        private static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
            return number.remainder(divisor).signum() == 0;
        }

        @Override
        public String words() {
            return isInteger() ? "integer" : "number";
        }
    }

    /**
     * The strings with a length, in code points, that match all patterns.
     *
     * @param values the only strings; null if they are not enumerated
     * @param format the name of the format; empty if there is none
     */
    record TextDomain(@Nullable Set<String> values, long min, long max, Set<String> patterns, String format)
            implements SchemaDomain {

        public TextDomain {
            values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
            patterns = Collections.unmodifiableSet(new LinkedHashSet<>(patterns));
        }

        boolean isEmpty() {
            return values == null ? min > max : values.isEmpty();
        }

        @Override
        public String words() {
            return "string";
        }
    }

    /** The arrays with a number of elements that match a schema. */
    record ArrayDomain(JsonValue items, long min, long max, boolean unique) implements SchemaDomain {

        boolean isEmpty() {
            return min > max;
        }

        @Override
        public String words() {
            return "array";
        }
    }

    /**
     * The objects whose properties match schemas.
     *
     * @param properties the schemas of known properties
     * @param required the required properties
     * @param additional the schema of all other properties; null if there are none
     * @param names the names of all other properties; null for any
     */
    record ObjectDomain(
            Map<String, JsonValue> properties,
            Set<String> required,
            @Nullable JsonValue additional,
            @Nullable TextDomain names,
            long min,
            long max)
            implements SchemaDomain {

        public ObjectDomain {
            Map<String, JsonValue> known = new LinkedHashMap<>(properties);
            if (additional != null && names != null && names.values() != null) {
                for (String name : names.values()) {
                    known.putIfAbsent(name, additional);
                }
                additional = null;
                names = null;
            }
            properties = Collections.unmodifiableMap(known);
            required = Set.copyOf(required);
        }

        boolean isEmpty() {
            return least() > most();
        }

        /** Returns the minimum number of properties. */
        long least() {
            return Math.max(min, required.size());
        }

        /** Returns the maximum number of properties. */
        long most() {
            return additional == null ? Math.min(max, properties.size()) : max;
        }

        /** Returns this set with arbitrary further properties. */
        ObjectDomain open() {
            return additional == null
                    ? new ObjectDomain(properties, required, new JsonValue.Members(Map.of()), null, min, max)
                    : this;
        }

        @Override
        public String words() {
            return "object";
        }
    }

    /** Returns whether two sets have values of the same type. */
    static boolean sameType(SchemaDomain one, SchemaDomain other) {
        return one.getClass() == other.getClass();
    }

    /** Returns the domains of a type in a list. */
    static List<SchemaDomain> ofType(SchemaDomain example, List<SchemaDomain> domains) {
        return domains.stream().filter(domain -> sameType(example, domain)).toList();
    }
}
