package dev.escapement.internal.lock;

import dev.escapement.internal.lock.SchemaChange.Kind;
import dev.escapement.internal.lock.SchemaDomain.NumberDomain;
import dev.escapement.internal.lock.SchemaDomain.TextDomain;
import dev.escapement.internal.tree.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comparison of numbers, strings and counts for {@link SchemaInclusion}. */
final class ScalarInclusion {

    private static final String NONE = "none";

    private ScalarInclusion() {}

    /** A comparison of two ranges of counts. */
    @FunctionalInterface
    interface CountComparison {
        void compare(long oldMin, long oldMax, long min, long max);
    }

    /** Returns a comparison that adds a difference if the later range does not contain the earlier one. */
    static CountComparison count(String minimum, String maximum, String path, List<SchemaChange> changes) {
        return (oldMin, oldMax, min, max) -> {
            if (min > oldMin) {
                changes.add(SchemaChange.of(path, Kind.LIMIT, minimum, oldMin, min));
            }
            if (max < oldMax) {
                String old = oldMax == Long.MAX_VALUE ? NONE : String.valueOf(oldMax);
                changes.add(SchemaChange.of(path, Kind.LIMIT, maximum, old, max));
            }
        };
    }

    static void numbers(NumberDomain old, NumberDomain current, String path, List<SchemaChange> changes) {
        BigDecimal step = current.step();
        if (step != null && !old.areMultiplesOf(step)) {
            changes.add(
                    current.isInteger() && !old.isInteger()
                            ? SchemaChange.of(path, Kind.TYPE, old.words(), current.words())
                            : SchemaChange.of(path, Kind.LIMIT, "multipleOf", plain(old.step()), plain(step)));
            return;
        }
        BigDecimal min = current.min();
        if (min != null && isStricter(old.min(), old.openMin(), min, current.openMin(), 1)) {
            changes.add(SchemaChange.of(path, Kind.LIMIT, "minimum", plain(old.min()), plain(min)));
        }
        BigDecimal max = current.max();
        if (max != null && isStricter(old.max(), old.openMax(), max, current.openMax(), -1)) {
            changes.add(SchemaChange.of(path, Kind.LIMIT, "maximum", plain(old.max()), plain(max)));
        }
    }

    private static boolean isStricter(
            @Nullable BigDecimal old, boolean openOld, BigDecimal current, boolean openCurrent, int sign) {
        if (old == null) {
            return true;
        }
        int order = current.compareTo(old) * sign;
        return order > 0 || (order == 0 && openCurrent && !openOld);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? NONE : number.stripTrailingZeros().toString();
    }

    static void texts(TextDomain old, TextDomain current, String path, List<SchemaChange> changes) {
        Set<String> values = old.values();
        if (values != null) {
            for (String value : values) {
                if (!accepts(current, value, old.patterns(), old.format())) {
                    changes.add(SchemaChange.of(path, Kind.VALUE, new JsonValue.Text(value).json()));
                }
            }
            return;
        }
        if (current.values() != null) {
            changes.add(SchemaChange.of(path, Kind.ENUMERATED));
            return;
        }
        count("minLength", "maxLength", path, changes).compare(old.min(), old.max(), current.min(), current.max());
        for (String pattern : current.patterns()) {
            if (!old.patterns().contains(pattern)) {
                changes.add(SchemaChange.of(path, Kind.PATTERN, pattern));
            }
        }
        if (!current.format().isEmpty() && !current.format().equals(old.format())) {
            changes.add(SchemaChange.of(path, Kind.FORMAT, current.format()));
        }
    }

    /** Returns whether a string is certainly in a set, if it matches the given patterns and format. */
    private static boolean accepts(TextDomain texts, String value, Set<String> patterns, String format) {
        Set<String> values = texts.values();
        if (values != null) {
            return values.contains(value);
        }
        int length = value.codePointCount(0, value.length());
        return length >= texts.min()
                && length <= texts.max()
                && patterns.containsAll(texts.patterns())
                && (texts.format().isEmpty() || texts.format().equals(format));
    }

    /** Returns whether a string is certainly allowed as the name of a property. */
    static boolean isName(String name, @Nullable TextDomain names) {
        return names == null || accepts(names, name, Set.of(), "");
    }

    /** Returns whether a string is possibly allowed as the name of a property. */
    static boolean mayBeName(String name, @Nullable TextDomain names) {
        return names == null || accepts(names, name, names.patterns(), names.format());
    }

    /** Returns whether all names in one set are in another. */
    static boolean areNames(@Nullable TextDomain old, @Nullable TextDomain current) {
        if (current == null) {
            return true;
        }
        TextDomain all = old != null ? old : new TextDomain(null, 0, Long.MAX_VALUE, Set.of(), "");
        List<SchemaChange> changes = new ArrayList<>();
        texts(all, current, "", changes);
        return changes.isEmpty();
    }
}
