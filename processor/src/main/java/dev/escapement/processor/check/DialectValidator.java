package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.Cut;
import dev.escapement.processor.schema.Doubt;
import dev.escapement.processor.schema.Loss;
import dev.escapement.processor.schema.Lowered;
import dev.escapement.processor.schema.Obstacle;
import dev.escapement.processor.schema.Overrun;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tool has a schema in each dialect that was asked for by name, and the user knows what that schema cannot hold. Of
 * dialects that nobody asked for, nothing is said: a build for one provider would drown in what is true of others. There
 * is one problem of a kind at a component, which names all dialects, and the shortest of the paths that lead there.
 */
final class DialectValidator {

    private final Set<SchemaDialect> wanted;

    DialectValidator(Set<SchemaDialect> wanted) {
        this.wanted = wanted;
    }

    void check(ToolModel tool, ToolSchemas schemas, Problems problems) {
        List<Lowered> asked = schemas.all().stream()
                .filter(schema -> wanted.contains(schema.dialect()))
                .toList();
        obstacles(tool, asked, problems);
        losses(asked, problems);
        cuts(asked, problems);
        doubts(asked, problems);
        String overruns = asked.stream()
                .flatMap(schema -> schema.overruns().stream())
                .map(DialectValidator::words)
                .collect(Collectors.joining("; "));
        if (!overruns.isEmpty()) {
            problems.add(ProblemKind.MUCH_FOR_ONE_REQUEST, tool.arguments().source(), tool.name(), overruns);
        }
    }

    private static void obstacles(ToolModel tool, List<Lowered> asked, Problems problems) {
        Map<SourceRef, Map<List<String>, DialectFindings>> places = new LinkedHashMap<>();
        for (Lowered schema : asked) {
            for (Obstacle obstacle : schema.obstacles()) {
                places.computeIfAbsent(obstacle.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(List.of(obstacle.reason(), obstacle.remedy()), reason -> new DialectFindings())
                        .add(obstacle.path(), obstacle.dialect(), "");
            }
        }
        places.forEach((at, reasons) -> {
            List<String> sentences = new ArrayList<>();
            reasons.forEach((reason, told) -> sentences.add("in " + String.join(" and ", told.dialects()) + ", "
                    + told.path() + " " + String.join("; ", reason)));
            problems.add(ProblemKind.NOT_EXPRESSIBLE, at, tool.name(), String.join("; and ", sentences));
        });
    }

    private static void losses(List<Lowered> asked, Problems problems) {
        Map<SourceRef, DialectFindings> places = new LinkedHashMap<>();
        for (Lowered schema : asked) {
            for (Loss loss : schema.losses()) {
                places.computeIfAbsent(loss.source(), at -> new DialectFindings())
                        .add(loss.path(), loss.dialect(), loss.keyword());
            }
        }
        places.forEach((at, told) -> problems.add(ProblemKind.RULE_LOST, at, told.path(), told.words()));
    }

    private static void cuts(List<Lowered> asked, Problems problems) {
        Map<SourceRef, DialectFindings> places = new LinkedHashMap<>();
        for (Lowered schema : asked) {
            for (Cut cut : schema.cuts()) {
                String levels = "it is shown " + (cut.levels() == 1 ? "once" : cut.levels() + " levels deep");
                places.computeIfAbsent(cut.source(), at -> new DialectFindings()).add(cut.path(), cut.dialect(), levels);
            }
        }
        places.forEach((at, told) -> problems.add(ProblemKind.SHOWN_IN_PART, at, told.path(), told.words()));
    }

    private static void doubts(List<Lowered> asked, Problems problems) {
        Map<SourceRef, Map<String, DialectFindings>> places = new LinkedHashMap<>();
        for (Lowered schema : asked) {
            for (Doubt doubt : schema.doubts()) {
                places.computeIfAbsent(doubt.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(doubt.remedy(), remedy -> new DialectFindings())
                        .add(doubt.path(), doubt.dialect(), doubt.reason());
            }
        }
        places.forEach((at, remedies) -> remedies.forEach((remedy, told) -> problems.add(
                ProblemKind.DOUBTFUL, at, told.path(), told.all(), String.join(" and ", told.dialects()), remedy)));
    }

    private static String words(Overrun overrun) {
        return overrun.found() + " " + overrun.what() + " where "
                + overrun.dialect().option() + " allows " + overrun.allowed();
    }
}
