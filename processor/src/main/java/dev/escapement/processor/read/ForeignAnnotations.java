package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A check that rejects unsupported Jackson and {@code jakarta.validation} annotations instead of silently ignoring
 * them. Supported annotations are read elsewhere.
 */
final class ForeignAnnotations {

    private static final List<String> PACKAGES = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "jakarta.validation.constraints.",
            "javax.validation.constraints.");

    private static final String DEFAULT_VALUE = "defaultValue";

    /** The supported annotations, with the elements that may be set. */
    private static final Map<String, Set<String>> HONOURED = Map.of(
            RuntimeNames.JSON_PROPERTY, Set.of("value", DEFAULT_VALUE),
            RuntimeNames.JSON_PROPERTY_DESCRIPTION, Set.of("value"),
            RuntimeNames.JSON_CLASS_DESCRIPTION, Set.of("value"),
            RuntimeNames.JSON_TYPE_INFO, Set.of("use", "include", "property"),
            RuntimeNames.JSON_TYPE_NAME, Set.of("value"),
            RuntimeNames.JSON_SUB_TYPES, Set.of("value"));

    /** The annotations that {@link EnumTextReader} reads or rejects. */
    private static final Set<String> READ_OF_ENUMS = Set.of(RuntimeNames.JSON_VALUE, RuntimeNames.JSON_CREATOR);

    private static final AnnotationRemedy HONOURED_HERE = AnnotationRemedy.NONE;

    private ForeignAnnotations() {}

    /** Rejects unsupported annotations on a type, its components and its members. */
    static void refuseOthers(TypeElement type, Problems problems) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            boolean misplaced =
                    Annotations.name(mirror).equals(RuntimeNames.JSON_TYPE_INFO) && !AnnotationTargets.isUnion(type);
            refuse(type, mirror, misplaced ? AnnotationRemedy.ON_SEALED_INTERFACE : HONOURED_HERE, problems);
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            JacksonNames.on(component).forEach(mirror -> refuse(component, mirror, HONOURED_HERE, problems));
        }
        for (Element member : type.getEnclosedElements()) {
            switch (member.getKind()) {
                case ENUM_CONSTANT ->
                    member.getAnnotationMirrors().forEach(mirror -> refuse(member, mirror, HONOURED_HERE, problems));
                case METHOD, CONSTRUCTOR -> refuseOnMember(type, member, problems);
                default -> {}
            }
        }
    }

    /**
     * Rejects annotations on a member that is not part of the JSON form, such as a method. Implicit accessors repeat
     * the annotations of their components.
     */
    private static void refuseOnMember(TypeElement type, Element member, Problems problems) {
        Set<String> repeated = type.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().equals(member.getSimpleName()))
                .flatMap(component ->
                        Stream.concat(JacksonNames.on(component), component.asType().getAnnotationMirrors().stream()))
                .map(Annotations::name)
                .collect(Collectors.toSet());
        for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
            String name = Annotations.name(mirror);
            boolean readOfEnums = type.getKind() == ElementKind.ENUM && READ_OF_ENUMS.contains(name);
            if (!repeated.contains(name) && !readOfEnums) {
                refuse(member, mirror, AnnotationRemedy.ON_COMPONENT, problems);
            }
        }
    }

    /** Rejects annotations on the use of a type, as in {@code List<@NotBlank String>}. */
    static void refuseOnType(TypeMirror type, SourceRef at, Problems problems) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            boolean told = at.element() instanceof RecordComponentElement component
                    && JacksonNames.on(component).map(Annotations::name).anyMatch(Annotations.name(mirror)::equals);
            if (isOfTheirs(mirror) && !BeanValidationAnnotations.isRead(mirror) && !told) {
                problems.add(
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        at,
                        Annotations.shortName(mirror),
                        TypeText.place(at.element()),
                        AnnotationRemedies.of(mirror));
            }
        }
    }

    private static void refuse(
            Element element, AnnotationMirror mirror, AnnotationRemedy elsewhere, Problems problems) {
        SourceRef at = SourceRef.of(element);
        Set<String> members = HONOURED.get(Annotations.name(mirror));
        Clause place = TypeText.place(element);
        boolean readElsewhere =
                element.getKind() == ElementKind.RECORD_COMPONENT && BeanValidationAnnotations.isRead(mirror);
        if (!isOfTheirs(mirror) || readElsewhere) {
            return;
        }
        if (members == null || elsewhere != HONOURED_HERE) {
            AnnotationRemedy remedy = BeanValidationAnnotations.isRead(mirror)
                    ? AnnotationRemedy.CONSTRAINT_ON_COMPONENT
                    : members == null ? AnnotationRemedies.of(mirror) : elsewhere;
            problems.add(
                    ProblemKind.UNSUPPORTED_ANNOTATION, at.at(mirror), Annotations.shortName(mirror), place, remedy);
            return;
        }
        mirror.getElementValues().forEach((method, value) -> {
            String member = method.getSimpleName().toString();
            boolean defaultOfConstant =
                    member.equals(DEFAULT_VALUE) && element.getKind() != ElementKind.RECORD_COMPONENT;
            boolean right = members.contains(member) || saysWhatIsSo(element, member, value);
            if (!right || defaultOfConstant || isOtherTyping(member, value)) {
                problems.add(
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        at.at(mirror, value),
                        Declaration.ANNOTATION_ELEMENT.with(Annotations.shortName(mirror), member),
                        place,
                        remedy(Annotations.name(mirror), member));
            }
        });
        for (AnnotationMirror type : Annotations.nested(mirror, "value")) { // of @JsonSubTypes
            Annotations.value(type, "names")
                    .ifPresent(value -> problems.add(
                            ProblemKind.UNSUPPORTED_ANNOTATION,
                            at.at(mirror),
                            Declaration.ANNOTATION_ELEMENT.with(Annotations.shortName(type), "names"),
                            place,
                            AnnotationRemedy.ONE_NAME));
        }
    }

    private static boolean isOfTheirs(AnnotationMirror mirror) {
        return PACKAGES.stream().anyMatch(Annotations.name(mirror)::startsWith) || ComposedAnnotations.isOne(mirror);
    }

    /** Returns whether a value is a redundant {@code required = true} on a required component. */
    private static boolean saysWhatIsSo(Element element, String member, AnnotationValue value) {
        return member.equals("required")
                && value.getValue().equals(true)
                && element instanceof RecordComponentElement component
                && !JavaTypes.qualifiedName(component.asType()).startsWith("java.util.Optional")
                && Stream.concat(JacksonNames.on(component), component.asType().getAnnotationMirrors().stream())
                        .noneMatch(mirror -> Annotations.shortName(mirror).equals("Nullable")
                                || Annotations.value(mirror, DEFAULT_VALUE).isPresent());
    }

    private static boolean isOtherTyping(String member, AnnotationValue value) {
        String written = value.getValue() instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
        return switch (member) {
            case "use" -> !written.equals("NAME");
            case "include" -> !written.equals("PROPERTY");
            default -> false;
        };
    }

    private static AnnotationRemedy remedy(String annotation, String member) {
        if (annotation.equals(RuntimeNames.JSON_TYPE_INFO)) {
            return AnnotationRemedy.TYPE_INFO;
        }
        return member.equals("required") ? AnnotationRemedy.OPTIONAL : AnnotationRemedy.NONE;
    }
}
