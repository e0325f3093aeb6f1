package dev.escapement.processor.schema;

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

/** What was found while a schema was lowered to a dialect, and where the lowering is now. */
final class Findings {

    private static final String ROOT = "$";

    private record Place(SourceRef source, String path) {}

    private final SchemaDialect dialect;
    private final SourceRef root;
    private final Deque<Place> places = new ArrayDeque<>();
    private final Set<Loss> losses = new LinkedHashSet<>();
    private final Set<Obstacle> obstacles = new LinkedHashSet<>();
    private final List<Overrun> overruns = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private String definition = "";
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<SourceRef, Integer> levelsShown = new LinkedHashMap<>();
    private final Map<SourceRef, String> shortest = new HashMap<>();

    Findings(SchemaDialect dialect, SourceRef root) {
        this.dialect = dialect;
        this.root = root;
        places.push(new Place(root, ROOT));
    }

    /** Does something inside a property. */
    <T> T in(Schema.Property property, Supplier<T> action) {
        String path = here().path() + "." + property.name();
        shortest.merge(property.source(), path, (one, other) -> one.length() <= other.length() ? one : other);
        return at(new Place(property.source(), path), action);
    }

    /** Does something inside the elements or values of what is being lowered. */
    <T> T inside(String step, Supplier<T> action) {
        return at(new Place(here().source(), here().path() + step), action);
    }

    /** Does something inside a definition, which has a path of its own: {@code Node.next}. */
    <T> T inDefinition(String name, Supplier<T> action) {
        definition = name;
        return at(new Place(root, name), action);
    }

    /** The definition that the lowering is in, or was in last; empty in the root, which comes first. */
    String definition() {
        return definition;
    }

    /** Notes that a rule is said in words here. */
    void loss(String keyword) {
        losses.add(new Loss(here().source(), here().path(), dialect, keyword));
    }

    /** Notes that what is here cannot be expressed. */
    void obstacle(String reason, String remedy) {
        obstacles.add(new Obstacle(here().source(), here().path(), dialect, reason, remedy));
    }

    /** Notes that a limit is exceeded. */
    void overrun(String what, int found, int allowed) {
        if (found > allowed) {
            overruns.add(new Overrun(dialect, what, found, allowed));
        }
    }

    /** Notes that the dialect may refuse what is here. */
    void doubt(String reason, String remedy) {
        doubts.add(new Doubt(here().source(), here().path(), dialect, reason, remedy));
    }

    /** Notes that what is here is shown so many levels deep, and no deeper. */
    void cut(int levels) {
        levelsShown.put(here().source(), levels);
    }

    /** Findings for an attempt that may be given up. */
    Findings fresh() {
        return new Findings(dialect, root);
    }

    /** Takes over what an attempt does not show. */
    void addCuts(Findings attempt) {
        attempt.levelsShown.forEach((source, levels) -> {
            String path = Objects.requireNonNullElse(attempt.shortest.get(source), ROOT);
            cuts.add(new Cut(source, path, dialect, levels));
        });
    }

    /** Takes over what an attempt cannot express. */
    void addObstacles(Findings attempt) {
        obstacles.addAll(attempt.obstacles);
    }

    /** The result. */
    Lowered lowered(SchemaDocument document) {
        return new Lowered(dialect, document, List.copyOf(losses), List.copyOf(obstacles), overruns, doubts, cuts);
    }

    private <T> T at(Place place, Supplier<T> action) {
        places.push(place);
        try {
            return action.get();
        } finally {
            places.pop();
        }
    }

    private Place here() {
        return Objects.requireNonNull(places.peek());
    }
}
