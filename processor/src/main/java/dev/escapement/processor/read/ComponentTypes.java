package dev.escapement.processor.read;

import dev.escapement.processor.classfile.ClassFileContent;
import dev.escapement.processor.classfile.TypeAnnotation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;

/**
 * The types of record components with all annotations on them, and the order of methods and of enum constants. Before Java 22, javac does
 * not report annotations on types that it reads from class files, and ecj reports only those on a whole type. They are
 * read from the class file here, so that a type has the same schema whether it is compiled from source or not.
 */
public final class ComponentTypes {

    /** The first release whose javac reports all annotations of class files (JDK-8225377). */
    private static final int COMPLETE_RELEASE = 22;

    private static final String JAVAC = "com.sun.tools.javac.";

    private final Predicate<Element> isCompiled;
    private final boolean complete;
    private final ClassFiles files;
    private final ClassFileAnnotations annotations;
    private final MethodDescriptors descriptors;
    private final Map<String, Optional<ClassFileContent>> read = new HashMap<>();

    /**
     * Creates a reader for one round.
     *
     * @param isCompiled the predicate that tests whether an element is compiled from source
     */
    public ComponentTypes(ProcessingEnvironment environment, Predicate<Element> isCompiled) {
        Elements elements = environment.getElementUtils();
        this.isCompiled = isCompiled;
        this.complete = Runtime.version().feature() >= COMPLETE_RELEASE
                && elements.getClass().getName().startsWith(JAVAC);
        this.files = new ClassFiles(elements, environment.getFiler());
        this.annotations = new ClassFileAnnotations(elements);
        this.descriptors = new MethodDescriptors(elements, environment.getTypeUtils());
    }

    /** Returns whether an element is compiled from source. */
    boolean isCompiled(Element element) {
        return isCompiled.test(element);
    }

    /** Returns the type of a component, empty if the annotations on the type cannot be read. */
    Optional<TypeMirror> of(RecordComponentElement component) {
        TypeMirror type = component.asType();
        TypeElement record = (TypeElement) JavaTypes.enclosing(component);
        if (complete || type.getKind().isPrimitive() || isCompiled.test(record)) {
            return Optional.of(type);
        }
        Optional<ClassFileContent> file = content(record);
        if (file.isEmpty()) {
            return files.hasSource(record) ? Optional.of(type) : Optional.empty();
        }
        return Optional.of(
                annotated(type, file.get().ofComponent(component.getSimpleName().toString())));
    }

    /** Returns the result type of a method with the annotations that can be read. */
    TypeMirror ofResult(ExecutableElement method) {
        return ofPart(method, method.getReturnType(), file -> file.ofResult(name(method), descriptors.of(method)));
    }

    /** Returns the type of a parameter with the annotations that can be read. */
    TypeMirror ofParameter(ExecutableElement method, int index) {
        return ofPart(
                method,
                method.getParameters().get(index).asType(),
                file -> file.ofParameter(name(method), descriptors.of(method), index));
    }

    private TypeMirror ofPart(
            ExecutableElement method, TypeMirror type, Function<ClassFileContent, List<TypeAnnotation>> found) {
        TypeElement declaring = (TypeElement) JavaTypes.enclosing(method);
        return complete || isCompiled.test(declaring)
                ? type
                : content(declaring)
                        .map(file -> annotated(type, found.apply(file)))
                        .orElse(type);
    }

    private static String name(ExecutableElement method) {
        return method.getSimpleName().toString();
    }

    private TypeMirror annotated(TypeMirror type, List<TypeAnnotation> found) {
        Map<String, List<AnnotationMirror>> byPath = new LinkedHashMap<>();
        for (TypeAnnotation annotation : found) {
            byPath.computeIfAbsent(annotation.path(), key -> new ArrayList<>())
                    .add(annotations.mirror(annotation.annotation()));
        }
        return AnnotatedTypes.annotate(type, byPath);
    }

    /** Returns the constants of an enum in declaration order. ecj sorts those of a class file by their names. */
    List<VariableElement> constants(TypeElement type) {
        List<VariableElement> constants = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!complete && !isCompiled.test(type)) {
            content(type)
                    .map(ClassFileContent::constants)
                    .ifPresent(order -> constants.sort(Comparator.comparingInt(
                            constant -> order.indexOf(constant.getSimpleName().toString()))));
        }
        return constants;
    }

    /** Returns the methods of a class in declaration order. ecj sorts those of a class file by their names. */
    List<ExecutableElement> methods(TypeElement type) {
        List<ExecutableElement> methods = new ArrayList<>(ElementFilter.methodsIn(type.getEnclosedElements()));
        if (!complete && !isCompiled.test(type)) {
            content(type)
                    .ifPresent(file -> methods.sort(
                            Comparator.comparingInt(method -> file.positionOf(name(method), descriptors.of(method)))));
        }
        return methods;
    }

    private Optional<ClassFileContent> content(TypeElement type) {
        return read.computeIfAbsent(type.getQualifiedName().toString(), key -> read(type));
    }

    private Optional<ClassFileContent> read(TypeElement type) {
        Optional<FileObject> file = files.find(type);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get().openInputStream()) {
            return Optional.of(ClassFileContent.read(in.readAllBytes()));
        } catch (IOException | RuntimeException damaged) { // ASM throws runtime exceptions
            return Optional.empty();
        }
    }
}
