package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.Loss;
import dev.escapement.processor.schema.Lowered;
import dev.escapement.processor.schema.Obstacle;
import dev.escapement.processor.schema.Overrun;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tool has a schema in each dialect that was asked for by name, and the user knows what that schema cannot hold. Of
 * dialects that nobody asked for, nothing is said: a build for one provider would drown in what is true of others. There
 * is one problem of a kind at a place, which names all dialects.
 */
final class WantedDialects {

    /** A component, and the first path that leads to it. */
    private record Place(SourceRef source, String path) {}

    private final Set<SchemaDialect> wanted;

    WantedDialects(Set<SchemaDialect> wanted) {
        this.wanted = wanted;
    }

    void check(ToolModel tool, ToolSchemas schemas, Problems problems) {
        List<Lowered> asked = schemas.all().stream()
                .filter(schema -> wanted.contains(schema.dialect()))
                .toList();
        obstacles(tool, asked, problems);
        losses(asked, problems);
        asked.stream().flatMap(schema -> schema.doubts().stream()).forEach(doubt -> {
            String dialect = doubt.dialect().option();
            problems.add(ProblemKind.DOUBTFUL, doubt.source(), doubt.path(), doubt.reason(), dialect);
        });
        String overruns = asked.stream()
                .flatMap(schema -> schema.overruns().stream())
                .map(WantedDialects::words)
                .collect(Collectors.joining("; "));
        if (!overruns.isEmpty()) {
            problems.add(ProblemKind.MUCH_FOR_ONE_REQUEST, tool.arguments().source(), tool.name(), overruns);
        }
    }

    private static void obstacles(ToolModel tool, List<Lowered> asked, Problems problems) {
        Map<SourceRef, Map<String, List<String>>> places = new LinkedHashMap<>();
        for (Lowered schema : asked) {
            for (Obstacle obstacle : schema.obstacles()) {
                places.computeIfAbsent(obstacle.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(obstacle.sentence(), sentence -> new ArrayList<>())
                        .add(obstacle.dialect().option());
            }
        }
        places.forEach((at, sentences) -> {
            List<String> reasons = new ArrayList<>();
            sentences.forEach(
                    (sentence, dialects) -> reasons.add("in " + String.join(" and ", dialects) + ", " + sentence));
            problems.add(ProblemKind.NOT_EXPRESSIBLE, at, tool.name(), String.join("; and ", reasons));
        });
    }

    private static void losses(List<Lowered> asked, Problems problems) {
        Map<Place, Map<String, Set<String>>> places = new LinkedHashMap<>();
        Map<SourceRef, Place> first = new HashMap<>();
        for (Lowered schema : asked) {
            for (Loss loss : schema.losses()) {
                Place place = first.computeIfAbsent(loss.source(), at -> new Place(at, loss.path()));
                places.computeIfAbsent(place, at -> new LinkedHashMap<>())
                        .computeIfAbsent(loss.dialect().option(), dialect -> new LinkedHashSet<>())
                        .add(loss.keyword());
            }
        }
        places.forEach((at, dialects) -> {
            List<String> lost = new ArrayList<>();
            dialects.forEach((dialect, keywords) -> lost.add(String.join(", ", keywords) + " in " + dialect));
            problems.add(ProblemKind.RULE_LOST, at.source(), at.path(), String.join("; ", lost));
        });
    }

    private static String words(Overrun overrun) {
        return overrun.found() + " " + overrun.what() + " where "
                + overrun.dialect().option() + " allows " + overrun.allowed();
    }
}
