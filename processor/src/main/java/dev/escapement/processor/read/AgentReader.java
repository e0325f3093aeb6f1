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
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
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
        Reading results = new Reading(context, problems, type);
        StepReader stepReader = new StepReader(context, results);
        List<StepModel> steps = new ArrayList<>();
        List<AgentModel.PromptModel> prompts = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, RuntimeNames.STEP)) {
                results.uses(method);
                stepReader.step(method, problems).ifPresent(steps::add);
            }
            if (Annotations.has(method, RuntimeNames.PROMPT)) {
                results.uses(method);
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
        return JavaTypes.obstacle(type, JavaTypes.of(type).packageName());
    }

    private static AgentModel.PromptModel prompt(ExecutableElement method, Problems problems) {
        SourceRef at = SourceRef.of(method);
        promptFault(method)
                .ifPresent(fault -> problems.add(ProblemKind.PROMPT_FORM, at, method.getSimpleName(), fault));
        return new AgentModel.PromptModel(method.getSimpleName().toString(), at);
    }

    /** What keeps a method from being a prompt. */
    private static Optional<String> promptFault(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        JavaTypes.requireResolved(type, method);
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            return Optional.of("is private");
        } else if (modifiers.contains(Modifier.STATIC)) {
            return Optional.of("is static");
        } else if (!method.getParameters().isEmpty()) {
            return Optional.of("has a parameter");
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of("declares an exception");
        }
        boolean text = JavaTypes.qualifiedName(type).equals("java.lang.String");
        return text ? Optional.empty() : Optional.of("returns " + TypeText.of(type));
    }

    /** The problem of a step or a prompt that stands in no agent. */
    public static Problems stray(ExecutableElement method, String annotation) {
        Problems problems = new Problems();
        Element owner = JavaTypes.enclosing(method);
        if (!Annotations.has(owner, RuntimeNames.AGENT)) {
            String simpleName = annotation.substring(annotation.lastIndexOf('.') + 1);
            problems.add(
                    ProblemKind.STEP_OUTSIDE_AGENT,
                    SourceRef.of(method),
                    method.getSimpleName(),
                    simpleName,
                    owner.getSimpleName());
        }
        return problems;
    }
}
