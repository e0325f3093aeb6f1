package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A check that rejects the unsupported annotations of an {@linkplain AnnotationFamilies other library} on types,
 * components, constants and type uses. Supported annotations are read elsewhere.
 */
final class ForeignAnnotations {

    private static final String DEFAULT_VALUE = "defaultValue";

    /** The annotations that are supported on components, with the elements that may be set. */
    private static final Map<String, Set<String>> ON_COMPONENTS = Map.of(
            RuntimeNames.JSON_PROPERTY, Set.of("value", DEFAULT_VALUE),
            RuntimeNames.JSON_PROPERTY_DESCRIPTION, Set.of("value"),
            DescriptionFinder.SCHEMA, Set.of("description"));

    private static final Map<String, Set<String>> ON_CONSTANTS = Map.of(RuntimeNames.JSON_PROPERTY, Set.of("value"));

    private static final Map<String, Set<String>> ON_TYPES = Map.of(
            RuntimeNames.JSON_CLASS_DESCRIPTION, Set.of("value"),
            RuntimeNames.JSON_TYPE_INFO, Set.of("use", "include", "property"),
            RuntimeNames.JSON_TYPE_NAME, Set.of("value"),
            RuntimeNames.JSON_SUB_TYPES, Set.of("value"),
            DescriptionFinder.SCHEMA, Set.of("description"));

    private static final Set<String> ON_UNIONS_ONLY = Set.of(RuntimeNames.JSON_TYPE_INFO, RuntimeNames.JSON_SUB_TYPES);

    private ForeignAnnotations() {}

    static boolean isHonouredOnComponent(AnnotationMirror mirror) {
        return ON_COMPONENTS.containsKey(Annotations.name(mirror));
    }

    static boolean isHonouredOnType(AnnotationMirror mirror) {
        return ON_TYPES.containsKey(Annotations.name(mirror));
    }

    /** Rejects unsupported annotations on a type, its components and its constants. */
    static void refuseOthers(TypeElement type, Problems problems) {
        refuseOnType(type, problems);
        for (RecordComponentElement component : type.getRecordComponents()) {
            JacksonNames.on(component).forEach(mirror -> refuse(component, mirror, ON_COMPONENTS, problems));
        }
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                member.getAnnotationMirrors().forEach(mirror -> refuse(member, mirror, ON_CONSTANTS, problems));
            }
        }
    }

    private static void refuseOnType(TypeElement type, Problems problems) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            refuse(type, mirror, isMisplaced(type, Annotations.name(mirror)) ? Map.of() : ON_TYPES, problems);
        }
    }

    /** Returns whether an annotation about permitted types is on a type that it does not apply to. */
    private static boolean isMisplaced(TypeElement type, String annotation) {
        return AnnotationTargets.isUnion(type)
                ? annotation.equals(RuntimeNames.JSON_TYPE_NAME)
                : ON_UNIONS_ONLY.contains(annotation)
                        || (annotation.equals(RuntimeNames.JSON_TYPE_NAME) && !isPermitted(type));
    }

    private static boolean isPermitted(TypeElement type) {
        return type.getInterfaces().stream()
                .anyMatch(implemented -> implemented instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement union
                        && AnnotationTargets.isUnion(union));
    }

    /** Rejects unsupported annotations on a sealed interface that another sealed interface permits. */
    static void refuseOnSubinterface(TypeElement type, TypeElement union, Problems problems) {
        refuseOnType(type, problems);
        Annotations.find(type, RuntimeNames.JSON_TYPE_INFO)
                .filter(mirror -> !JacksonNames.discriminator(type).equals(JacksonNames.discriminator(union)))
                .ifPresent(mirror -> problems.add(
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        SourceRef.of(type).at(mirror),
                        Annotations.shortName(mirror),
                        TypeText.place(type),
                        AnnotationRemedy.ON_OUTERMOST_INTERFACE.with(union.getSimpleName())));
    }

    /** Rejects annotations on the use of a type, as in {@code List<@NotBlank String>}. */
    static void refuseOnType(TypeMirror type, SourceRef at, Problems problems) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            Stream<? extends AnnotationMirror> declared = at.element() instanceof RecordComponentElement component
                    ? JacksonNames.on(component)
                    : at.element().getAnnotationMirrors().stream();
            if (AnnotationFamilies.isForeign(mirror)
                    && !BeanValidationAnnotations.isRead(mirror)
                    && declared.map(Annotations::name).noneMatch(Annotations.name(mirror)::equals)) {
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
            Element element, AnnotationMirror mirror, Map<String, Set<String>> honoured, Problems problems) {
        SourceRef at = SourceRef.of(element);
        Clause place = TypeText.place(element);
        boolean readElsewhere =
                element.getKind() == ElementKind.RECORD_COMPONENT && BeanValidationAnnotations.isRead(mirror);
        if (!AnnotationFamilies.isForeign(mirror) || readElsewhere) {
            return;
        }
        Map<String, AnnotationValue> values = Annotations.values(mirror);
        Set<String> members = honoured.get(Annotations.name(mirror));
        if (members == null) {
            AnnotationRemedy remedy = BeanValidationAnnotations.isRead(mirror)
                    ? AnnotationRemedy.CONSTRAINT_ON_COMPONENT
                    : AnnotationRemedies.of(mirror);
            problems.add(
                    ProblemKind.UNSUPPORTED_ANNOTATION, at.at(mirror), Annotations.shortName(mirror), place, remedy);
            return;
        }
        values.forEach((member, value) -> {
            boolean right = members.contains(member) || isRedundant(element, member, value);
            if (!right || isOtherTyping(member, value)) {
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

    /** Returns whether a value states that a required component is required. */
    private static boolean isRedundant(Element element, String member, AnnotationValue value) {
        return ((member.equals("required") && value.getValue().equals(true))
                        || (member.equals("requiredMode") && isConstant(value, "REQUIRED")))
                && element instanceof RecordComponentElement component
                && !JavaTypes.qualifiedName(component.asType()).startsWith("java.util.Optional")
                && Stream.concat(JacksonNames.on(component), component.asType().getAnnotationMirrors().stream())
                        .noneMatch(mirror -> Annotations.shortName(mirror).equals("Nullable")
                                || Annotations.value(mirror, DEFAULT_VALUE).isPresent());
    }

    private static boolean isOtherTyping(String member, AnnotationValue value) {
        return switch (member) {
            case "use" -> !isConstant(value, "NAME");
            case "include" -> !isConstant(value, "PROPERTY");
            default -> false;
        };
    }

    private static boolean isConstant(AnnotationValue value, String name) {
        return value.getValue() instanceof VariableElement constant
                && constant.getSimpleName().contentEquals(name);
    }

    private static AnnotationRemedy remedy(String annotation, String member) {
        return annotation.equals(RuntimeNames.JSON_TYPE_INFO)
                ? AnnotationRemedy.TYPE_INFO
                : AnnotationRemedies.of(member);
    }
}
