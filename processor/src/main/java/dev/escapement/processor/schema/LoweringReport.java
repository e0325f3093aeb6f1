package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.SchemaQuantity;
import dev.escapement.processor.model.SourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The findings of one lowering, with the path to the element that is being lowered. */
final class LoweringReport {

    private static final String ROOT = "$";

    private record Position(SourceRef source, String path) {}

    private final SchemaDialect dialect;
    private final SourceRef root;
    private final Deque<Position> positions = new ArrayDeque<>();
    private final Set<UnsupportedKeyword> unsupported = new LinkedHashSet<>();
    private final Set<Inexpressible> inexpressible = new LinkedHashSet<>();
    private final List<LimitExceeded> exceeded = new ArrayList<>();
    private final List<CompatibilityRisk> risks = new ArrayList<>();
    private String definition = "";
    private final List<TruncatedRecursion> truncations = new ArrayList<>();
    private final Map<SourceRef, Integer> levelsShown = new LinkedHashMap<>();
    private final Map<SourceRef, String> shortest = new HashMap<>();
    private final Map<String, String> uses = new HashMap<>();

    LoweringReport(SchemaDialect dialect, SourceRef root) {
        this.dialect = dialect;
        this.root = root;
        positions.push(new Position(root, ROOT));
    }

    /** Runs an action with a property as the current element. */
    <T> T in(Schema.Property property, Supplier<T> action) {
        String path = here().path() + "." + property.name();
        shortest.merge(property.source(), path, (one, other) -> one.length() <= other.length() ? one : other);
        return at(new Position(property.source(), path), action);
    }

    /** Runs an action with the array elements or map values of the current element as the new current element. */
    <T> T inside(String step, Supplier<T> action) {
        return at(new Position(here().source(), here().path() + step), action);
    }

    /**
     * Runs an action inside a definition, where paths begin with the name of the definition, such as {@code Node.next}.
     */
    <T> T inDefinition(String name, Supplier<T> action) {
        definition = name;
        return at(new Position(root, name), action);
    }

    /** Returns the name of the definition that is being lowered, empty for the root, which is lowered first. */
    String definition() {
        return definition;
    }

    /** Records that the current element refers to a definition. */
    void uses(String name) {
        String path = pathFromRoot();
        if (path.startsWith(ROOT)) {
            uses.putIfAbsent(name, path);
        }
    }

    /**
     * Returns the path of the current element. In a definition, it begins with the path of the first element that
     * refers to the definition, or with the name of the definition if only later definitions refer to it.
     */
    private String pathFromRoot() {
        String path = here().path();
        String use = path.startsWith(ROOT) ? null : uses.get(definition);
        return use == null ? path : use + path.substring(definition.length());
    }

    /** Records that a constraint of the current element is stated in the description. */
    void unsupported(String keyword) {
        unsupported.add(new UnsupportedKeyword(here().source(), here().path(), dialect, keyword));
    }

    /** Records that the dialect cannot express the current element. */
    void inexpressible(Clause limitation) {
        inexpressible.add(new Inexpressible(here().source(), pathFromRoot(), dialect, limitation));
    }

    /** Records a count if it exceeds a limit of the dialect. */
    void limit(SchemaQuantity what, int found, int allowed) {
        if (found > allowed) {
            exceeded.add(new LimitExceeded(dialect, what, found, allowed));
        }
    }

    /** Records that the dialect may reject the current element. */
    void risk(Clause reason, Clause remedy) {
        risks.add(new CompatibilityRisk(here().source(), here().path(), dialect, reason, remedy));
    }

    /** Records that the current element is truncated after a given number of levels. */
    void truncated(int levels) {
        levelsShown.put(here().source(), levels);
    }

    /** Returns an empty report for an attempt that may be discarded. */
    LoweringReport fresh() {
        return new LoweringReport(dialect, root);
    }

    /** Adds the truncations of an attempt to this report. */
    void addTruncations(LoweringReport attempt) {
        attempt.levelsShown.forEach((source, levels) -> {
            String path = Objects.requireNonNullElse(attempt.shortest.get(source), ROOT);
            truncations.add(new TruncatedRecursion(source, path, dialect, levels));
        });
    }

    /** Adds the inexpressible elements of an attempt to this report. */
    void addInexpressible(LoweringReport attempt) {
        inexpressible.addAll(attempt.inexpressible);
    }

    /** Returns the lowered schema with the findings in this report. */
    LoweredSchema lowered(SchemaDocument document) {
        return new LoweredSchema(
                dialect, document, List.copyOf(unsupported), List.copyOf(inexpressible), exceeded, risks, truncations);
    }

    private <T> T at(Position position, Supplier<T> action) {
        positions.push(position);
        try {
            return action.get();
        } finally {
            positions.pop();
        }
    }

    private Position here() {
        return Objects.requireNonNull(positions.peek());
    }
}
