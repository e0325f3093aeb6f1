package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.CompatibilityRisk;
import dev.escapement.processor.schema.Inexpressible;
import dev.escapement.processor.schema.LimitExceeded;
import dev.escapement.processor.schema.LoweredSchema;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import dev.escapement.processor.schema.TruncatedRecursion;
import dev.escapement.processor.schema.UnsupportedKeyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requires a schema in each dialect that a compiler option names, and reports what such a schema cannot express. Other
 * dialects are not checked: a build for one provider does not need the findings for another. All findings of a kind at
 * one component become one problem, which names the dialects and the shortest path to the component.
 */
final class DialectValidator implements Validator<ToolModel> {

    private final ToolSchemas schemas;
    private final Set<SchemaDialect> required;

    /**
     * A validator for one tool.
     *
     * @param schemas the schemas of the tool
     * @param required the dialects in which the build requires a schema
     */
    DialectValidator(ToolSchemas schemas, Set<SchemaDialect> required) {
        this.schemas = schemas;
        this.required = required;
    }

    @Override
    public void validate(ToolModel tool, Problems problems) {
        List<LoweredSchema> selected = schemas.all().stream()
                .filter(schema -> required.contains(schema.dialect()))
                .toList();
        inexpressible(tool, selected, problems);
        unsupportedKeywords(selected, problems);
        truncations(selected, problems);
        risks(selected, problems);
        String exceeded = selected.stream()
                .flatMap(schema -> schema.exceededLimits().stream())
                .map(DialectValidator::words)
                .collect(Collectors.joining("; "));
        if (!exceeded.isEmpty()) {
            problems.add(ProblemKind.MUCH_FOR_ONE_REQUEST, tool.arguments().source(), tool.name(), exceeded);
        }
    }

    private static void inexpressible(ToolModel tool, List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, Map<List<String>, DialectFindings>> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (Inexpressible finding : schema.inexpressible()) {
                places.computeIfAbsent(finding.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(List.of(finding.reason(), finding.remedy()), reason -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), "");
            }
        }
        places.forEach((at, reasons) -> {
            List<String> sentences = new ArrayList<>();
            reasons.forEach((reason, findings) -> sentences.add("in " + String.join(" and ", findings.dialects()) + ", "
                    + findings.path() + " " + String.join("; ", reason)));
            problems.add(ProblemKind.NOT_EXPRESSIBLE, at, tool.name(), String.join("; and ", sentences));
        });
    }

    private static void unsupportedKeywords(List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, DialectFindings> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (UnsupportedKeyword finding : schema.unsupportedKeywords()) {
                places.computeIfAbsent(finding.source(), at -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), finding.keyword());
            }
        }
        places.forEach((at, findings) -> problems.add(ProblemKind.RULE_LOST, at, findings.path(), findings.words()));
    }

    private static void truncations(List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, DialectFindings> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (TruncatedRecursion finding : schema.truncations()) {
                String levels = "it is shown " + (finding.levels() == 1 ? "once" : finding.levels() + " levels deep");
                places.computeIfAbsent(finding.source(), at -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), levels);
            }
        }
        places.forEach(
                (at, findings) -> problems.add(ProblemKind.SHOWN_IN_PART, at, findings.path(), findings.words()));
    }

    private static void risks(List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, Map<String, DialectFindings>> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (CompatibilityRisk finding : schema.risks()) {
                places.computeIfAbsent(finding.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(finding.remedy(), remedy -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), finding.reason());
            }
        }
        places.forEach((at, remedies) -> remedies.forEach((remedy, findings) -> problems.add(
                ProblemKind.DOUBTFUL,
                at,
                findings.path(),
                findings.all(),
                String.join(" and ", findings.dialects()),
                remedy)));
    }

    private static String words(LimitExceeded limit) {
        return limit.found() + " " + limit.what() + " where " + limit.dialect().option() + " allows " + limit.allowed();
    }
}
