package dev.escapement.internal.lock;

import dev.escapement.internal.lock.SchemaChange.Kind;
import dev.escapement.internal.lock.SchemaDomain.AnyDomain;
import dev.escapement.internal.lock.SchemaDomain.ArrayDomain;
import dev.escapement.internal.lock.SchemaDomain.BoolDomain;
import dev.escapement.internal.lock.SchemaDomain.NullDomain;
import dev.escapement.internal.lock.SchemaDomain.ObjectDomain;
import dev.escapement.internal.tree.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The test of whether each value that is valid for an earlier schema is valid for a later one. Recursive schemas are
 * compared by assuming the inclusion of each pair of parts whose comparison has begun. Patterns are compared as texts.
 */
public final class SchemaInclusion {

    private static final String ROOT = "$";

    private record Pair(JsonValue old, JsonValue current) {}

    private final DomainReader oldReader;
    private final DomainReader currentReader;
    private final boolean ignoresUnknown;
    private Set<Pair> assumed = new HashSet<>();

    private SchemaInclusion(LockSchema old, LockSchema current, boolean ignoresUnknown) {
        this.oldReader = new DomainReader(old.root());
        this.currentReader = new DomainReader(current.root());
        this.ignoresUnknown = ignoresUnknown;
    }

    /**
     * Compares two schemas.
     *
     * @param old the earlier schema
     * @param current the later schema
     * @param ignoresUnknown whether the later version ignores unknown properties of the root
     * @return the differences because of which the earlier schema is not included; empty if it is included
     */
    public static List<SchemaChange> changes(LockSchema old, LockSchema current, boolean ignoresUnknown) {
        List<SchemaChange> changes = new ArrayList<>();
        SchemaInclusion inclusion = new SchemaInclusion(old, current, ignoresUnknown);
        inclusion.compare(old.root(), current.root(), ROOT, changes);
        return List.copyOf(new LinkedHashSet<>(changes));
    }

    private void compare(JsonValue old, JsonValue current, String path, List<SchemaChange> changes) {
        if (!assumed.add(new Pair(old, current))) {
            return;
        }
        List<SchemaDomain> targets = currentReader.domains(current);
        for (SchemaDomain domain : oldReader.domains(old)) {
            compare(domain, targets, path, changes);
        }
    }

    private void compare(SchemaDomain old, List<SchemaDomain> targets, String path, List<SchemaChange> changes) {
        if (targets.stream().anyMatch(AnyDomain.class::isInstance)) {
            return;
        }
        List<SchemaDomain> sameType = SchemaDomain.ofType(old, targets);
        if (sameType.isEmpty()) {
            if (!isEmpty(old)) {
                changes.add(
                        old instanceof NullDomain
                                ? SchemaChange.of(path, Kind.NULL)
                                : SchemaChange.of(path, Kind.TYPE, old.words(), words(targets)));
            }
            return;
        }
        List<SchemaChange> best = null;
        for (SchemaDomain target : sameType) {
            Set<Pair> before = new HashSet<>(assumed);
            List<SchemaChange> found = new ArrayList<>();
            compareSameType(old, target, path, found);
            if (found.isEmpty()) {
                return;
            }
            assumed = before; // the assumptions of a failed comparison do not hold
            if (best == null || isBranch(best, found)) {
                best = found;
            }
        }
        if (best != null) {
            changes.addAll(best);
        }
    }

    /** Returns whether the second differences concern the same branch of a sealed interface, and the first another one. */
    private static boolean isBranch(List<SchemaChange> best, List<SchemaChange> found) {
        return best.get(0).kind() == Kind.VALUE && found.get(0).kind() != Kind.VALUE;
    }

    private static String words(List<SchemaDomain> domains) {
        return domains.stream()
                .map(SchemaDomain::words)
                .distinct()
                .reduce((one, other) -> one + " or " + other)
                .orElse("nothing");
    }

    private static boolean isEmpty(SchemaDomain domain) {
        return (domain instanceof BoolDomain bool && bool.values().isEmpty())
                || (domain instanceof SchemaDomain.NumberDomain number && number.isEmpty())
                || (domain instanceof SchemaDomain.TextDomain text && text.isEmpty())
                || (domain instanceof ArrayDomain array && array.isEmpty())
                || (domain instanceof ObjectDomain object && object.isEmpty());
    }

    private void compareSameType(SchemaDomain old, SchemaDomain target, String path, List<SchemaChange> changes) {
        if (isEmpty(old)) {
            return;
        }
        if (old instanceof BoolDomain bool && target instanceof BoolDomain other) {
            for (Boolean value : bool.values()) {
                if (!other.values().contains(value)) {
                    changes.add(SchemaChange.of(path, Kind.VALUE, value));
                }
            }
        } else if (old instanceof SchemaDomain.NumberDomain number
                && target instanceof SchemaDomain.NumberDomain other) {
            ScalarInclusion.numbers(number, other, path, changes);
        } else if (old instanceof SchemaDomain.TextDomain text && target instanceof SchemaDomain.TextDomain other) {
            ScalarInclusion.texts(text, other, path, changes);
        } else if (old instanceof ArrayDomain array && target instanceof ArrayDomain other) {
            arrays(array, other, path, changes);
        } else if (old instanceof ObjectDomain object && target instanceof ObjectDomain other) {
            objects(object, ignoresUnknown && path.equals(ROOT) ? other.open() : other, path, changes);
        }
    }

    private void arrays(ArrayDomain old, ArrayDomain current, String path, List<SchemaChange> changes) {
        ScalarInclusion.count("minItems", "maxItems", path, changes)
                .compare(old.min(), old.max(), current.min(), current.max());
        if (current.unique() && !old.unique() && old.max() > 1) {
            changes.add(SchemaChange.of(path, Kind.UNIQUE));
        }
        if (old.max() > 0) {
            compare(old.items(), current.items(), path + "[]", changes);
        }
    }

    private void objects(ObjectDomain old, ObjectDomain current, String path, List<SchemaChange> changes) {
        if (isOtherBranch(old, current, path, changes)) {
            return;
        }
        for (String name : current.properties().keySet()) {
            if (current.required().contains(name) && !old.required().contains(name)) {
                boolean known = old.properties().containsKey(name);
                changes.add(SchemaChange.of(path + "." + name, known ? Kind.REQUIRED : Kind.ADDED));
            }
        }
        ScalarInclusion.count("minProperties", "maxProperties", path, changes)
                .compare(old.least(), old.most(), current.min(), current.max());
        if (old.most() > 0) {
            properties(old, current, path, changes);
        }
    }

    private void properties(ObjectDomain old, ObjectDomain current, String path, List<SchemaChange> changes) {
        for (Map.Entry<String, JsonValue> property : old.properties().entrySet()) {
            String name = property.getKey();
            JsonValue target = current.properties().get(name);
            if (target == null && current.additional() != null && ScalarInclusion.isName(name, current.names())) {
                target = current.additional();
            }
            if (target == null) {
                changes.add(SchemaChange.of(path + "." + name, Kind.REMOVED));
            } else {
                compare(property.getValue(), target, path + "." + name, changes);
            }
        }
        JsonValue others = old.additional();
        if (others == null) {
            return;
        }
        current.properties().forEach((name, target) -> {
            if (!old.properties().containsKey(name) && ScalarInclusion.mayBeName(name, old.names())) {
                compare(others, target, path + "." + name, changes);
            }
        });
        if (current.additional() == null) {
            changes.add(SchemaChange.of(path + ".*", Kind.REMOVED));
            return;
        }
        compare(others, current.additional(), path + ".*", changes);
        if (!ScalarInclusion.areNames(old.names(), current.names())) {
            changes.add(SchemaChange.of(path, Kind.NAMES));
        }
    }

    /** Returns whether two objects are different branches of sealed interfaces, after adding that difference. */
    private static boolean isOtherBranch(
            ObjectDomain old, ObjectDomain current, String path, List<SchemaChange> changes) {
        for (Map.Entry<String, JsonValue> property : old.properties().entrySet()) {
            JsonValue target = current.properties().get(property.getKey());
            String value = constant(property.getValue());
            if (target != null && !value.isEmpty() && old.required().contains(property.getKey())) {
                String other = constant(target);
                if (!other.isEmpty() && !other.equals(value)) {
                    changes.add(SchemaChange.of(path, Kind.VALUE, value));
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the only string that a schema accepts, in quotes; empty if there is none. */
    private static String constant(JsonValue schema) {
        return schema instanceof JsonValue.Members members
                        && members.properties().get("enum") instanceof JsonValue.Array array
                        && array.size() == 1
                ? array.elements().get(0).json()
                : "";
    }
}
