package dev.escapement.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Types with annotations that the compiler did not read. They support the methods that the readers use; the compiler's
 * own utilities do not accept them.
 */
final class AnnotatedTypes {

    private AnnotatedTypes() {}

    /**
     * Returns a type with annotations on it and on its parts.
     *
     * @param annotations the annotations by the path to the annotated part
     */
    static TypeMirror annotate(TypeMirror type, Map<String, List<AnnotationMirror>> annotations) {
        return annotations.isEmpty() ? type : annotate(type, "", annotations);
    }

    private static TypeMirror annotate(TypeMirror type, String path, Map<String, List<AnnotationMirror>> annotations) {
        List<AnnotationMirror> here = merged(type, annotations.getOrDefault(path, List.of()));
        if (type instanceof ArrayType array) {
            return new AnnotatedArray(array, here, annotate(array.getComponentType(), path + "[", annotations));
        }
        if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
            List<TypeMirror> arguments = new ArrayList<>();
            for (TypeMirror argument : declared.getTypeArguments()) {
                arguments.add(annotate(argument, path + arguments.size() + ";", annotations));
            }
            return new AnnotatedClass(declared, here, List.copyOf(arguments));
        }
        if (type instanceof TypeVariable variable) {
            return new AnnotatedVariable(variable, here);
        }
        return type instanceof PrimitiveType primitive ? new AnnotatedPrimitive(primitive, here) : type;
    }

    /** Returns the annotations of a type and others. Compilers read some of them, but not all. */
    private static List<AnnotationMirror> merged(TypeMirror type, List<AnnotationMirror> others) {
        List<? extends AnnotationMirror> own = type.getAnnotationMirrors();
        return Stream.concat(
                        own.stream(),
                        others.stream()
                                .filter(other -> own.stream()
                                        .noneMatch(mirror ->
                                                Annotations.name(mirror).equals(Annotations.name(other)))))
                .<AnnotationMirror>map(mirror -> mirror)
                .toList();
    }

    private abstract static class Annotated<T extends TypeMirror> implements TypeMirror {

        final T type;
        private final List<AnnotationMirror> annotations;

        Annotated(T type, List<AnnotationMirror> annotations) {
            this.type = type;
            this.annotations = annotations;
        }

        @Override
        public TypeKind getKind() {
            return type.getKind();
        }

        @Override
        public List<AnnotationMirror> getAnnotationMirrors() {
            return annotations;
        }

        @Override
        public <A extends Annotation> @Nullable A getAnnotation(Class<A> annotation) {
            throw new UnsupportedOperationException("annotations are looked up by name");
        }

        @Override
        public <A extends Annotation> A[] getAnnotationsByType(Class<A> annotation) {
            throw new UnsupportedOperationException("annotations are looked up by name");
        }

        @Override
        public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
            return type.accept(visitor, parameter);
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }

    private static final class AnnotatedArray extends Annotated<ArrayType> implements ArrayType {

        private final TypeMirror component;

        AnnotatedArray(ArrayType type, List<AnnotationMirror> annotations, TypeMirror component) {
            super(type, annotations);
            this.component = component;
        }

        @Override
        public TypeMirror getComponentType() {
            return component;
        }
    }

    private static final class AnnotatedClass extends Annotated<DeclaredType> implements DeclaredType {

        private final List<TypeMirror> arguments;

        AnnotatedClass(DeclaredType type, List<AnnotationMirror> annotations, List<TypeMirror> arguments) {
            super(type, annotations);
            this.arguments = arguments;
        }

        @Override
        public Element asElement() {
            return type.asElement();
        }

        @Override
        public TypeMirror getEnclosingType() {
            return type.getEnclosingType();
        }

        @Override
        public List<TypeMirror> getTypeArguments() {
            return arguments;
        }
    }

    private static final class AnnotatedVariable extends Annotated<TypeVariable> implements TypeVariable {

        AnnotatedVariable(TypeVariable type, List<AnnotationMirror> annotations) {
            super(type, annotations);
        }

        @Override
        public Element asElement() {
            return type.asElement();
        }

        @Override
        public TypeMirror getUpperBound() {
            return type.getUpperBound();
        }

        @Override
        public TypeMirror getLowerBound() {
            return type.getLowerBound();
        }
    }

    private static final class AnnotatedPrimitive extends Annotated<PrimitiveType> implements PrimitiveType {

        AnnotatedPrimitive(PrimitiveType type, List<AnnotationMirror> annotations) {
            super(type, annotations);
        }
    }
}
