package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SchemaFinding;
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

/**
 * A validator that requires a schema in each dialect that the compiler option lists, and reports the limitations of
 * these schemas. Other dialects are not checked: a build for one provider does not need the findings for another. All
 * findings of a kind at one component become one problem, which names the dialects and the shortest path to the
 * component.
 */
final class DialectValidator implements Validator<ToolModel> {

    private final ToolSchemas schemas;
    private final Set<SchemaDialect> required;

    /**
     * Creates a validator for one tool.
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
        List<Clause> exceeded = selected.stream()
                .flatMap(schema -> schema.exceededLimits().stream())
                .map(DialectValidator::limit)
                .toList();
        if (!exceeded.isEmpty()) {
            problems.add(ProblemKind.MUCH_FOR_ONE_REQUEST, tool.arguments().source(), tool.name(), exceeded);
        }
    }

    private static void inexpressible(ToolModel tool, List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, Map<Clause, DialectFindings>> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (Inexpressible finding : schema.inexpressible()) {
                places.computeIfAbsent(finding.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(finding.limitation(), limitation -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), finding.limitation());
            }
        }
        places.forEach((at, limitations) -> {
            List<Clause> clauses = new ArrayList<>();
            limitations.forEach((limitation, findings) ->
                    clauses.add(SchemaFinding.LIMITATION.with(findings.dialects(), findings.path(), limitation)));
            problems.add(ProblemKind.NOT_EXPRESSIBLE, at, tool.name(), clauses);
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
                Clause levels = finding.levels() == 1
                        ? SchemaFinding.SHOWN_ONCE
                        : SchemaFinding.SHOWN_LEVELS.with(finding.levels());
                places.computeIfAbsent(finding.source(), at -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), levels);
            }
        }
        places.forEach(
                (at, findings) -> problems.add(ProblemKind.SHOWN_IN_PART, at, findings.path(), findings.words()));
    }

    private static void risks(List<LoweredSchema> selected, Problems problems) {
        Map<SourceRef, Map<Clause, DialectFindings>> places = new LinkedHashMap<>();
        for (LoweredSchema schema : selected) {
            for (CompatibilityRisk finding : schema.risks()) {
                places.computeIfAbsent(finding.source(), at -> new LinkedHashMap<>())
                        .computeIfAbsent(finding.remedy(), remedy -> new DialectFindings())
                        .add(finding.path(), finding.dialect(), finding.reason());
            }
        }
        places.forEach((at, remedies) -> remedies.forEach((remedy, findings) ->
                problems.add(ProblemKind.DOUBTFUL, at, findings.path(), findings.all(), findings.dialects(), remedy)));
    }

    private static Clause limit(LimitExceeded limit) {
        return SchemaFinding.LIMIT.with(
                limit.found(), limit.what(), limit.dialect().option(), limit.allowed());
    }
}
