package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads agents: the class, its prompt, and its steps in declaration order. */
public final class AgentReader {

    private final ReadContext context;

    /** A reader for one compilation. */
    public AgentReader(ReadContext context) {
        this.context = context;
    }

    /** Reads a class with {@code @Agent}; empty if it can be none. */
    public Optional<AgentModel> agent(TypeElement type, Problems problems) {
        SourceRef at = SourceRef.of(type);
        Optional<String> fault = fault(type);
        if (fault.isPresent()) {
            problems.add(ProblemKind.AGENT_TARGET, at, type.getSimpleName(), fault.get());
            return Optional.empty();
        }
        TypeReader results =
                new TypeReader(context, problems, JavaTypes.of(type).packageName());
        StepReader stepReader = new StepReader(context, results);
        List<StepModel> steps = new ArrayList<>();
        List<AgentModel.PromptModel> prompts = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, RuntimeNames.STEP)) {
                stepReader.step(method, problems).ifPresent(steps::add);
            }
            if (Annotations.has(method, RuntimeNames.PROMPT)) {
                prompts.add(prompt(method, problems));
            }
        }
        return Optional.of(
                new AgentModel(JavaTypes.of(type), at, JavaTypes.isPublic(type), prompts, steps, results.model()));
    }

    /** What keeps a class from being an agent. */
    private static Optional<String> fault(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS) {
            return Optional.of("is no class");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("is abstract");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of("is generic");
        }
        return JavaTypes.isReachable(type, JavaTypes.of(type).packageName())
                ? Optional.empty()
                : Optional.of("cannot be used from another class of its package");
    }

    private static AgentModel.PromptModel prompt(ExecutableElement method, Problems problems) {
        SourceRef at = SourceRef.of(method);
        Set<Modifier> modifiers = method.getModifiers();
        boolean ordinary = method.getParameters().isEmpty()
                && method.getThrownTypes().isEmpty()
                && JavaTypes.qualifiedName(method.getReturnType()).equals("java.lang.String")
                && !modifiers.contains(Modifier.PRIVATE)
                && !modifiers.contains(Modifier.STATIC);
        if (!ordinary) {
            problems.add(ProblemKind.PROMPT_FORM, at, method.getSimpleName());
        }
        return new AgentModel.PromptModel(method.getSimpleName().toString(), at);
    }
}
