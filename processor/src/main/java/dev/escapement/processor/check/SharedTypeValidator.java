package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A validator that advises {@code @Codec} for a type that several generated files handle. An isolating processor sees
 * only what one annotated type refers to. The decision is therefore made for each agent, which refers to all of its
 * tools: their files and the loop are counted. A type that only tools without a common agent share is not reported.
 */
final class SharedTypeValidator implements Validator<AgentView> {

    private static final int MIN_FILES = 3;

    @Override
    public void validate(AgentView agent, Problems problems) {
        if (problems.hasErrors()) { // the definitions may be incomplete
            return;
        }
        AgentModel model = agent.model();
        Set<String> packages = new HashSet<>(Set.of(model.type().packageName()));
        Map<JavaType, Integer> files = new LinkedHashMap<>();
        count(model.types(), model.values(), files);
        for (StepModel step : model.steps()) {
            TypeModel types = step.tool().arguments().types();
            packages.add(step.tool().type().packageName());
            count(types, step.tool().record().components(), files);
        }
        // A type of a library cannot be annotated.
        List<String> shared = files.entrySet().stream()
                .filter(type -> type.getValue() >= MIN_FILES)
                .filter(type -> packages.contains(type.getKey().packageName()))
                .map(type -> String.join(".", type.getKey().names()))
                .sorted()
                .toList();
        if (!shared.isEmpty()) {
            problems.add(ProblemKind.CODEC_ADVISED, model.source(), agent.name(), shared, MIN_FILES);
        }
    }

    private static void count(TypeModel types, Stream<TypeShape> roots, Map<JavaType, Integer> files) {
        Set<JavaType> handled = new HashSet<>();
        for (TypeShape shape : types.handled(roots)) {
            if (shape instanceof TypeShape.Named named && named.arguments().isEmpty()) {
                handled.add(named.type());
            }
        }
        handled.forEach(type -> files.merge(type, 1, Integer::sum));
    }
}
