package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A check of the members, parameters, type parameters and interfaces of a type for annotations of other libraries. Such
 * an annotation is rejected unless it repeats an annotation of the component. {@link ForeignAnnotations} checks the
 * type, its components and its constants, where annotations can be honoured.
 */
final class AnnotationPositions {

    /** The annotations that {@link EnumTextReader} reads or rejects. */
    private static final Set<String> READ_OF_ENUMS = Set.of(RuntimeNames.JSON_VALUE, RuntimeNames.JSON_CREATOR);

    private static final Set<String> OF_OBJECT = Set.of("toString", "hashCode", "equals");

    private final Elements elements;
    private final ComponentTypes types;
    private final Problems problems;
    private final TypeElement type;

    /** Creates a check of a record, enum or sealed interface. */
    AnnotationPositions(Elements elements, ComponentTypes types, Problems problems, TypeElement type) {
        this.elements = elements;
        this.types = types;
        this.problems = problems;
        this.type = type;
    }

    void check() {
        for (TypeParameterElement parameter : type.getTypeParameters()) {
            refuse(parameter, parameter.asType(), Optional.empty(), parameter);
            parameter
                    .getBounds()
                    .forEach(bound -> refuseUses(
                            TypeUse.of(bound).stream().filter(use -> AnnotationFamilies.isForeign(use.annotation())),
                            parameter));
        }
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.METHOD) {
                method((ExecutableElement) member, isImplicitAccessor(member));
            } else if (member.getKind() == ElementKind.CONSTRUCTOR) {
                constructor((ExecutableElement) member);
            } else if (member.getKind() == ElementKind.FIELD) {
                field(member);
            }
        }
        inherited(type);
    }

    private void method(ExecutableElement method, boolean implicit) {
        Optional<RecordComponentElement> component =
                method.getParameters().isEmpty() ? component(method) : Optional.empty();
        refuse(method, types.ofResult(method), component, implicit ? component.orElseThrow() : method);
        if (!isReadOfEnum(method)) {
            List<? extends VariableElement> parameters = method.getParameters();
            for (int i = 0; i < parameters.size(); i++) {
                refuse(parameters.get(i), types.ofParameter(method, i), Optional.empty(), parameters.get(i));
            }
        }
    }

    private void constructor(ExecutableElement constructor) {
        refuse(constructor, constructor.getReturnType(), Optional.empty(), constructor);
        boolean implicit = elements.getOrigin(constructor) != Elements.Origin.EXPLICIT;
        List<? extends VariableElement> parameters = constructor.getParameters();
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            Optional<RecordComponentElement> component = parameters.size() == components.size()
                    ? Optional.of(components.get(i)) // class files can lack the names of parameters
                    : component(parameter);
            Element at = implicit && component.isPresent() ? component.get() : parameter;
            refuse(parameter, types.ofParameter(constructor, i), component, at);
        }
    }

    /** Checks a field that is not the field of a component. */
    private void field(Element field) {
        if (component(field).isEmpty() || field.getModifiers().contains(Modifier.STATIC)) {
            refuse(field, field.asType(), Optional.empty(), field);
        }
    }

    /** Checks the interfaces that a type implements, directly or indirectly. */
    private void inherited(TypeElement from) {
        for (TypeMirror implemented : from.getInterfaces()) {
            if (implemented instanceof DeclaredType declared && declared.asElement() instanceof TypeElement inherited) {
                if (!AnnotationTargets.isUnion(inherited)) { // those of a sealed interface apply to its own shape
                    inherited.getAnnotationMirrors().stream()
                            .filter(mirror -> isDescription(mirror) || AnnotationFamilies.isForeign(mirror))
                            .forEach(mirror -> add(SourceRef.of(inherited).at(mirror), mirror, onType(mirror)));
                }
                ElementFilter.methodsIn(inherited.getEnclosedElements()).forEach(method -> method(method, false));
                inherited(inherited);
            }
        }
    }

    /**
     * Rejects the annotations on a declaration and on its type, except those that repeat an annotation of a component.
     */
    private void refuse(
            Element declaration, TypeMirror declaredType, Optional<RecordComponentElement> component, Element at) {
        List<? extends AnnotationMirror> declared = declaration.getAnnotationMirrors();
        List<? extends AnnotationMirror> honoured =
                component.stream().flatMap(JacksonNames::on).toList();
        List<TypeUse> honouredUses = component.stream()
                .flatMap(c -> TypeUse.of(types.of(c).orElse(c.asType())).stream())
                .toList();
        Predicate<AnnotationMirror> isRead = component.isPresent() && isOfComponent(declaration)
                ? mirror -> AnnotationFamilies.isForeign(mirror) || ShapeReader.isNullable(mirror)
                : AnnotationFamilies::isForeign;
        declared.stream()
                .filter(isRead)
                .filter(mirror -> !(isReadOfEnum(declaration) && READ_OF_ENUMS.contains(Annotations.name(mirror))))
                .filter(mirror -> Stream.concat(
                                honoured.stream(),
                                honouredUses.stream()
                                        .filter(TypeUse::isOnWholeType)
                                        .map(TypeUse::annotation))
                        .noneMatch(other -> Annotations.isSame(mirror, other)))
                .forEach(mirror -> add(SourceRef.of(at).at(mirror), mirror, onMember(mirror)));
        refuseUses(
                TypeUse.of(declaredType).stream()
                        .filter(use -> honouredUses.stream().noneMatch(use::isSame))
                        .filter(use -> !use.isOnWholeType()
                                || Stream.concat(declared.stream(), honoured.stream())
                                        .map(Annotations::name)
                                        .noneMatch(Annotations.name(use.annotation())::equals))
                        .filter(use -> isRead.test(use.annotation())),
                at);
    }

    private void refuseUses(Stream<TypeUse> uses, Element at) {
        uses.map(TypeUse::annotation).forEach(mirror -> add(SourceRef.of(at), mirror, onMember(mirror)));
    }

    private void add(SourceRef at, AnnotationMirror mirror, AnnotationRemedy remedy) {
        Annotations.values(mirror); // throws an exception if the compiler reports the annotation
        problems.add(
                ProblemKind.UNSUPPORTED_ANNOTATION,
                at,
                Annotations.shortName(mirror),
                TypeText.place(at.element()),
                remedy);
    }

    private static AnnotationRemedy onMember(AnnotationMirror mirror) {
        if (BeanValidationAnnotations.isRead(mirror)) {
            return AnnotationRemedy.CONSTRAINT_ON_COMPONENT;
        }
        return ForeignAnnotations.isHonouredOnComponent(mirror) || ShapeReader.isNullable(mirror)
                ? AnnotationRemedy.ON_COMPONENT
                : AnnotationRemedies.of(mirror);
    }

    private static AnnotationRemedy onType(AnnotationMirror mirror) {
        return isDescription(mirror) || ForeignAnnotations.isHonouredOnType(mirror)
                ? AnnotationRemedy.ON_IMPLEMENTATION
                : AnnotationRemedies.of(mirror);
    }

    /**
     * Returns whether a declaration is the accessor of a component or a parameter of the canonical constructor, so that
     * {@code @Nullable} is expected on the component.
     */
    private boolean isOfComponent(Element declaration) {
        // In ecj, no element encloses the parameters of a compact constructor, which repeat the components.
        Element member = declaration instanceof VariableElement ? declaration.getEnclosingElement() : declaration;
        return member != null
                && type.equals(member.getEnclosingElement())
                && (member.getKind() != ElementKind.CONSTRUCTOR
                        || names(((ExecutableElement) member).getParameters())
                                .equals(names(type.getRecordComponents())));
    }

    private static List<String> names(List<? extends Element> elements) {
        return elements.stream()
                .map(element -> element.getSimpleName().toString())
                .toList();
    }

    private static boolean isDescription(AnnotationMirror mirror) {
        return Annotations.name(mirror).equals(RuntimeNames.DESCRIBE);
    }

    /** Returns whether {@link EnumTextReader} reads or rejects a member. */
    private boolean isReadOfEnum(Element member) {
        return type.getKind() == ElementKind.ENUM
                && READ_OF_ENUMS.stream().anyMatch(annotation -> Annotations.has(member, annotation));
    }

    /** Returns the component with the name of an element. */
    private Optional<RecordComponentElement> component(Element element) {
        return type.getRecordComponents().stream()
                .<RecordComponentElement>map(component -> component)
                .filter(component -> component.getSimpleName().equals(element.getSimpleName()))
                .findFirst();
    }

    /**
     * Returns whether a member is probably an accessor that the compiler added, for which it has no position. Compilers
     * do not mark such accessors. javac adds them last, after the methods of {@code Object}, which are final.
     */
    private boolean isImplicitAccessor(Element member) {
        List<? extends Element> members = type.getEnclosedElements();
        int index = members.indexOf(member);
        return members.subList(index, members.size()).stream().allMatch(this::isAccessor)
                && members.subList(0, index).stream()
                        .anyMatch(before -> before.getKind() == ElementKind.METHOD
                                && before.getModifiers().contains(Modifier.FINAL)
                                && OF_OBJECT.contains(before.getSimpleName().toString()));
    }

    private boolean isAccessor(Element member) {
        return member instanceof ExecutableElement method
                && method.getParameters().isEmpty()
                && component(method).isPresent();
    }
}
