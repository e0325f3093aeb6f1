package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** What Jackson's annotations say about names; and the refusal of annotations of its kind that are not honoured. */
final class JacksonAnnotations {

    private static final List<String> PACKAGES = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "jakarta.validation.constraints.",
            "javax.validation.constraints.");

    /** What is honoured, with the members that may be set. */
    private static final Map<String, Set<String>> HONOURED = Map.of(
            RuntimeNames.JSON_PROPERTY, Set.of("value"),
            RuntimeNames.JSON_PROPERTY_DESCRIPTION, Set.of("value"),
            RuntimeNames.JSON_CLASS_DESCRIPTION, Set.of("value"),
            RuntimeNames.JSON_TYPE_INFO, Set.of("use", "include", "property"),
            RuntimeNames.JSON_TYPE_NAME, Set.of("value"),
            RuntimeNames.JSON_SUB_TYPES, Set.of("value"));

    private JacksonAnnotations() {}

    /** The annotations that a component has: Jackson's own may not be declared for components, but reach the field. */
    static Stream<? extends AnnotationMirror> on(RecordComponentElement component) {
        Stream<? extends AnnotationMirror> own = component.getAnnotationMirrors().stream();
        Stream<? extends AnnotationMirror> ofField =
                ElementFilter.fieldsIn(JavaTypes.enclosing(component).getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                        .flatMap(field -> field.getAnnotationMirrors().stream());
        return Stream.concat(own, ofField);
    }

    /** The name that is written on a component. */
    static Optional<String> name(RecordComponentElement component) {
        return on(component)
                .filter(mirror -> Annotations.name(mirror).equals(RuntimeNames.JSON_PROPERTY))
                .findFirst()
                .flatMap(mirror -> Annotations.string(mirror, "value"));
    }

    /** The name that is written on a constant of an enum. */
    static Optional<String> name(VariableElement constant) {
        return Annotations.string(constant, RuntimeNames.JSON_PROPERTY, "value");
    }

    /** The discriminator that is written on a sealed interface. */
    static Optional<String> discriminator(TypeElement union) {
        return Annotations.find(union, RuntimeNames.JSON_TYPE_INFO)
                .map(mirror -> Annotations.string(mirror, "property").orElse("@type"));
    }

    /** The value of the discriminator that is written for a record, on it or on the sealed interface. */
    static Optional<String> typeName(TypeElement union, TypeElement record) {
        return Annotations.string(record, RuntimeNames.JSON_TYPE_NAME, "value")
                .or(() -> Annotations.find(union, RuntimeNames.JSON_SUB_TYPES).stream()
                        .flatMap(types -> Annotations.nested(types, "value").stream())
                        .filter(type -> isClass(Annotations.value(type, "value"), record))
                        .findFirst()
                        .flatMap(type -> Annotations.string(type, "name")));
    }

    private static boolean isClass(Optional<AnnotationValue> value, TypeElement type) {
        return value.map(v ->
                        v.getValue().toString().equals(type.getQualifiedName().toString()))
                .orElse(false);
    }

    /** Refuses the annotations of a type, its components and its constants that are not honoured. */
    static void refuseOthers(TypeElement type, Problems problems) {
        refuse(type, type.getAnnotationMirrors().stream(), problems);
        for (RecordComponentElement component : type.getRecordComponents()) {
            refuse(component, on(component), problems);
        }
        for (Element member : type.getEnclosedElements()) {
            // An accessor repeats what its component says.
            boolean accessor = type.getRecordComponents().stream()
                    .anyMatch(component -> component.getSimpleName().equals(member.getSimpleName()));
            boolean method = member.getKind() == ElementKind.METHOD && !accessor;
            if (method || member.getKind() == ElementKind.ENUM_CONSTANT) {
                refuse(member, member.getAnnotationMirrors().stream(), problems);
            }
        }
    }

    private static void refuse(Element element, Stream<? extends AnnotationMirror> mirrors, Problems problems) {
        SourceRef at = SourceRef.of(element);
        mirrors.forEach(mirror -> {
            String name = Annotations.name(mirror);
            if (PACKAGES.stream().noneMatch(name::startsWith)) {
                return;
            }
            Set<String> members = HONOURED.get(name);
            if (members == null) {
                problems.add(ProblemKind.UNSUPPORTED_ANNOTATION, at.at(mirror), name, "");
                return;
            }
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                    mirror.getElementValues().entrySet()) {
                String member = entry.getKey().getSimpleName().toString();
                if (!members.contains(member) || isOtherTyping(member, entry.getValue())) {
                    problems.add(
                            ProblemKind.UNSUPPORTED_ANNOTATION,
                            at.at(mirror, entry.getValue()),
                            name + "(" + member + " = …)",
                            typingRemedy(name));
                }
            }
        });
    }

    private static boolean isOtherTyping(String member, AnnotationValue value) {
        String written = value.getValue().toString();
        return (member.equals("use") && !written.endsWith("NAME"))
                || (member.equals("include") && !written.endsWith("PROPERTY"))
                || (member.equals("include") && written.endsWith("EXTERNAL_PROPERTY"));
    }

    private static String typingRemedy(String annotation) {
        return annotation.equals(RuntimeNames.JSON_TYPE_INFO)
                ? "; types are told apart with use = NAME, include = PROPERTY and a property"
                : "";
    }
}
