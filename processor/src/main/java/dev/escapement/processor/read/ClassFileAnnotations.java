package dev.escapement.processor.read;

import dev.escapement.processor.classfile.AnnotationData;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** A converter of annotations in class files to annotation mirrors. */
final class ClassFileAnnotations {

    private final Elements elements;
    private final MissingAnnotationType missing;

    ClassFileAnnotations(Elements elements) {
        this.elements = elements;
        this.missing = new MissingAnnotationType(elements);
    }

    /** Returns the mirror of an annotation. */
    AnnotationMirror mirror(AnnotationData annotation) {
        TypeElement type = type(annotation.type());
        Map<String, ExecutableElement> members = new HashMap<>();
        if (type != null) {
            ElementFilter.methodsIn(type.getEnclosedElements())
                    .forEach(member -> members.put(member.getSimpleName().toString(), member));
        }
        Map<ExecutableElement, AnnotationValue> values = new LinkedHashMap<>();
        annotation
                .values()
                .forEach((name, value) -> value(value)
                        .ifPresent(converted -> values.put(
                                Optional.ofNullable(members.get(name)).orElseGet(() -> missing.member(name)),
                                new Value(converted))));
        DeclaredType declared =
                type == null ? missing.type(annotation.type().binaryName()) : (DeclaredType) type.asType();
        return new Mirror(declared, values);
    }

    private @Nullable TypeElement type(AnnotationData.ClassName name) {
        return elements.getTypeElement(name.binaryName().replace('$', '.'));
    }

    private Optional<Object> value(Object value) {
        if (value instanceof AnnotationData nested) {
            return Optional.of(mirror(nested));
        }
        if (value instanceof AnnotationData.EnumConstant constant) {
            return constant(constant).map(element -> element);
        }
        if (value instanceof AnnotationData.ClassName name) {
            return name.descriptor().startsWith("L")
                    ? Optional.ofNullable(type(name)).map(TypeElement::asType)
                    : Optional.empty();
        }
        if (value instanceof List<?> items) {
            return Optional.of(items.stream()
                    .flatMap(item -> value(item).stream())
                    .map(Value::new)
                    .toList());
        }
        return Optional.of(value);
    }

    private Optional<VariableElement> constant(AnnotationData.EnumConstant constant) {
        TypeElement type = type(constant.type());
        return type == null
                ? Optional.empty()
                : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().contentEquals(constant.name()))
                        .findFirst();
    }

    /** An annotation that the compiler did not read. */
    private record Mirror(DeclaredType getAnnotationType, Map<ExecutableElement, AnnotationValue> getElementValues)
            implements AnnotationMirror {

        @Override
        public String toString() {
            return "@" + getAnnotationType + getElementValues;
        }
    }

    /** A value in an annotation that the compiler did not read. */
    private record Value(Object getValue) implements AnnotationValue {

        @Override
        public String toString() {
            return getValue instanceof List<?> items
                    ? items.stream().map(Objects::toString).collect(Collectors.joining(", ", "{", "}"))
                    : getValue.toString();
        }

        @Override
        public <R, P> R accept(AnnotationValueVisitor<R, P> visitor, P parameter) {
            return visitor.visitUnknown(this, parameter);
        }
    }
}
