package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.EnumTextMembers;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A reader of an enum's {@code @JsonValue} and {@code @JsonCreator} members, which convert constants to strings and
 * back. Their results are known only at run time, so each constant must also declare its JSON name.
 */
final class EnumTextReader {

    private final TypeTraversal reading;
    private final TypeElement type;
    private final List<VariableElement> constants;
    private final boolean otherPackage;

    /**
     * Creates a reader for an enum.
     *
     * @param otherPackage whether the generated code is in another package
     */
    EnumTextReader(TypeTraversal reading, TypeElement type, List<VariableElement> constants, boolean otherPackage) {
        this.reading = reading;
        this.type = type;
        this.constants = constants;
        this.otherPackage = otherPackage;
    }

    /**
     * Returns the usable members of the enum that convert its constants to strings and back. Reports those that cannot
     * be used.
     */
    EnumTextMembers read() {
        String written = member(RuntimeNames.JSON_VALUE, members(type), this::givesText, AnnotationRemedy.VALUE_METHOD);
        String read = member(
                RuntimeNames.JSON_CREATOR,
                type.getEnclosedElements().stream(),
                this::takesText,
                AnnotationRemedy.CREATOR_METHOD);
        return new EnumTextMembers(written, read);
    }

    /** Returns the members of a type and of its interfaces. Annotations on both apply to the type. */
    private static Stream<? extends Element> members(TypeElement type) {
        Stream<? extends Element> inherited = type.getInterfaces().stream()
                .filter(DeclaredType.class::isInstance)
                .map(implemented -> (TypeElement) ((DeclaredType) implemented).asElement())
                .flatMap(EnumTextReader::members);
        return Stream.concat(type.getEnclosedElements().stream(), inherited);
    }

    private String member(
            String annotation, Stream<? extends Element> members, Predicate<Element> isUsable, AnnotationRemedy form) {
        String found = "";
        for (Element member :
                members.filter(element -> Annotations.has(element, annotation)).toList()) {
            AnnotationMirror mirror = Annotations.find(member, annotation).orElseThrow();
            if (!isUsable.test(member)) {
                refuse(member, mirror, form);
            } else if (!found.isEmpty()) {
                refuse(member, mirror, AnnotationRemedy.ONE_METHOD);
            } else if (!silent().isEmpty()) {
                refuse(member, mirror, AnnotationRemedy.TEXT_OF_CONSTANTS.with(silent()));
            } else {
                reading.uses(member);
                found = member instanceof ExecutableElement method
                                && !method.getModifiers().contains(Modifier.STATIC)
                        ? member.getSimpleName() + "()"
                        : member.getSimpleName().toString();
            }
        }
        return found;
    }

    /** Returns the names of the constants that do not declare a JSON name. */
    private List<String> silent() {
        return constants.stream()
                .filter(constant -> JacksonNames.name(constant).isEmpty())
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    private boolean givesText(Element member) {
        TypeMirror given = member instanceof ExecutableElement method
                        && method.getParameters().isEmpty()
                ? method.getReturnType()
                : member.asType();
        return isVisible(member)
                && !member.getModifiers().contains(Modifier.STATIC)
                && isString(given)
                && Annotations.find(member, RuntimeNames.JSON_VALUE)
                        .orElseThrow()
                        .getElementValues()
                        .isEmpty();
    }

    private boolean takesText(Element member) {
        if (member.getKind() != ElementKind.METHOD || !member.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        ExecutableElement method = (ExecutableElement) member;
        AnnotationMirror mirror =
                Annotations.find(member, RuntimeNames.JSON_CREATOR).orElseThrow();
        return isVisible(member)
                && method.getParameters().size() == 1
                && isString(method.getParameters().get(0).asType())
                && !Annotations.has(
                        method.getParameters().get(0), RuntimeNames.JSON_PROPERTY) // that would be an object
                && JavaTypes.qualifiedName(method.getReturnType()).contentEquals(type.getQualifiedName())
                && Annotations.constant(mirror, "mode")
                        .map("DELEGATING"::equals)
                        .orElse(true);
    }

    private static boolean isString(TypeMirror type) {
        return JavaTypes.qualifiedName(type).equals("java.lang.String");
    }

    private boolean isVisible(Element member) {
        return otherPackage
                ? member.getModifiers().contains(Modifier.PUBLIC)
                : !member.getModifiers().contains(Modifier.PRIVATE);
    }

    private void refuse(Element member, AnnotationMirror mirror, Clause remedy) {
        reading.problems()
                .add(
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        SourceRef.of(member).at(mirror),
                        Annotations.shortName(mirror),
                        TypeText.place(member),
                        remedy);
    }
}
