package dev.escapement.processor.read;

import dev.escapement.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A reader of the agents to which steps delegate. It reads only the signatures of their steps and of those of their
 * toolkits, which class files also contain.
 */
final class ChildAgents {

    private final ReadContext context;

    ChildAgents(ReadContext context) {
        this.context = context;
    }

    /** Returns the name that identifies an agent in stored threads. */
    static String name(TypeElement agent) {
        AnnotationMirror annotation =
                Annotations.find(agent, RuntimeNames.AGENT).orElseThrow();
        return Annotations.string(annotation, "name")
                .orElseGet(() -> JavaTypes.of(agent).qualifiedName());
    }

    /** Returns the agent of the child thread that a method starts, empty if the method does not delegate to an agent. */
    static Optional<TypeElement> child(ExecutableElement step) {
        return argument(step, RuntimeNames.DELEGATE)
                .flatMap(JavaTypes::element)
                .filter(agent -> Annotations.has(agent, RuntimeNames.AGENT));
    }

    /** Returns the agents to which the steps of an agent delegate, in the order of the steps. */
    static List<TypeElement> children(TypeElement agent) {
        return steps(agent).flatMap(step -> child(step).stream()).distinct().toList();
    }

    /** Returns the types of the results with which an agent finishes a thread, in the order of its steps. */
    List<TypeMirror> results(TypeElement agent) {
        List<TypeMirror> results = new ArrayList<>();
        Stream<TypeMirror> ofSteps = steps(agent).flatMap(step -> argument(step, RuntimeNames.FINISH).stream());
        Stream.concat(ofSteps, ofText(agent)).map(this::boxed).forEach(result -> {
            if (results.stream().noneMatch(other -> isSame(other, result))) {
                results.add(result);
            }
        });
        return results;
    }

    /**
     * Returns whether two types are equal, except for annotations on them. A primitive type is equal to its class. The
     * compilers differ in whether their own comparison ignores annotations.
     */
    boolean isSame(TypeMirror a, TypeMirror b) {
        if (boxed(a) instanceof DeclaredType first && boxed(b) instanceof DeclaredType second) {
            List<? extends TypeMirror> ofFirst = first.getTypeArguments();
            List<? extends TypeMirror> ofSecond = second.getTypeArguments();
            return first.asElement().equals(second.asElement())
                    && ofFirst.size() == ofSecond.size()
                    && IntStream.range(0, ofFirst.size()).allMatch(i -> isSame(ofFirst.get(i), ofSecond.get(i)));
        }
        return (a instanceof ArrayType first && b instanceof ArrayType second)
                ? isSameComponent(first.getComponentType(), second.getComponentType())
                : context.types().isSameType(a, b);
    }

    private boolean isSameComponent(TypeMirror a, TypeMirror b) {
        return a.getKind() == b.getKind() && isSame(a, b);
    }

    /** Returns a type or, instead of a primitive type, its class. */
    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? context.types()
                        .boxedClass(context.types().getPrimitiveType(type.getKind()))
                        .asType()
                : type;
    }

    private Stream<TypeMirror> ofText(TypeElement agent) {
        return Annotations.find(agent, RuntimeNames.AGENT)
                .flatMap(annotation -> Annotations.constant(annotation, "onText"))
                .filter("FINISH"::equals)
                .stream()
                .map(finish ->
                        context.elements().getTypeElement("java.lang.String").asType());
    }

    /** Returns the methods of the steps of an agent and then of its toolkits, each in declaration order. */
    private static Stream<ExecutableElement> steps(TypeElement agent) {
        return Stream.concat(Stream.of(agent), toolkits(agent))
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> Annotations.has(method, RuntimeNames.STEP));
    }

    private static Stream<TypeElement> toolkits(TypeElement agent) {
        return Annotations.find(agent, RuntimeNames.AGENT).stream()
                .flatMap(annotation -> Annotations.values(annotation, "toolkits").stream())
                .flatMap(value -> JavaTypes.element((TypeMirror) value.getValue()).stream())
                .distinct();
    }

    /** Returns the type argument of the return type of a step, empty if the step returns another type. */
    private static Optional<TypeMirror> argument(ExecutableElement step, String flow) {
        TypeMirror type = step.getReturnType();
        if (!JavaTypes.qualifiedName(type).equals(flow)) {
            return Optional.empty();
        }
        JavaTypes.requireResolved(type, step);
        return ((DeclaredType) type)
                .getTypeArguments().stream()
                        .filter(argument -> argument.getKind() != TypeKind.WILDCARD)
                        .<TypeMirror>map(argument -> argument)
                        .findFirst();
    }
}
