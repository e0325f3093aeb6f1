package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A reporter that prints each problem at its place in the source. A problem with a type in a class file is reported at
 * the compiled type that refers to it. A problem that is reached from two types is printed once.
 */
public final class Reporter {

    private final Messager messager;
    private final Set<String> compiled = new HashSet<>();
    private final Set<String> printed = new HashSet<>();

    /** Creates a reporter that prints to the compiler. */
    public Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Records that a top-level element is compiled from source. Packages and modules are ignored. */
    public void compiling(Element root) {
        if (root instanceof TypeElement type) {
            compiled.add(type.getQualifiedName().toString());
        }
    }

    /** Prints an error that is not related to a place in the source. */
    public void print(ProblemKind kind, Object... arguments) {
        messager.printMessage(Diagnostic.Kind.ERROR, kind.message(List.of(arguments)));
    }

    /** Prints the problems found in a type that is compiled from source. */
    public void print(Problems problems, Element subject) {
        for (Problem problem : problems.list()) {
            if (problem.kind().isWarning() && isSuppressed(problem)) {
                continue;
            }
            SourceRef at = isCompiled(problem.at().element()) ? problem.at() : SourceRef.of(subject);
            if (printed.add(problem.kind().id() + place(at) + (isItem(at) ? problem.message() : ""))) {
                print(problem, at);
            }
        }
    }

    private void print(Problem problem, SourceRef at) {
        Diagnostic.Kind kind = switch (problem.kind().severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
        Element element = declared(at.element());
        if (at.annotation() == null) {
            messager.printMessage(kind, problem.message(), element);
        } else if (at.value() == null) {
            messager.printMessage(kind, problem.message(), element, at.annotation());
        } else {
            messager.printMessage(kind, problem.message(), element, at.annotation(), at.value());
        }
    }

    /** Returns whether an element is compiled from source. */
    public boolean isCompiled(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement type
                    && compiled.contains(type.getQualifiedName().toString())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the element at which to report a problem with the given element. Compilers have no position for record
     * components and do not keep {@code @SuppressWarnings} on them. The field of the component has both.
     */
    private static Element declared(Element element) {
        if (element.getKind() == ElementKind.RECORD_COMPONENT && element.getEnclosingElement() != null) {
            for (Element field : element.getEnclosingElement().getEnclosedElements()) {
                if (field.getKind() == ElementKind.FIELD
                        && field.getSimpleName().equals(element.getSimpleName())) {
                    return field;
                }
            }
        }
        return element;
    }

    private static boolean isSuppressed(Problem problem) {
        for (Element e = declared(problem.at().element()); e != null; e = e.getEnclosingElement()) {
            SuppressWarnings suppressed = e.getAnnotation(SuppressWarnings.class);
            if (suppressed != null
                    && Arrays.asList(suppressed.value()).contains(problem.kind().id())) {
                return true;
            }
        }
        return false;
    }

    private static String place(SourceRef at) {
        String annotation = at.annotation() == null
                ? ""
                : "@" + at.annotation().getAnnotationType().asElement();
        String value = at.value() == null ? "" : "=" + memberOf(at.annotation(), at.value());
        return place(at.element()) + annotation + value;
    }

    /** Returns whether a place is one of several values in an annotation element, which can have several problems. */
    private static boolean isItem(SourceRef at) {
        return at.value() != null && memberOf(at.annotation(), at.value()).isEmpty();
    }

    /** Returns the name of the annotation element with a given value, empty if there is none. */
    private static String memberOf(@Nullable AnnotationMirror annotation, AnnotationValue value) {
        return annotation == null
                ? ""
                : annotation.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(value))
                        .map(entry -> entry.getKey().getSimpleName().toString())
                        .findFirst()
                        .orElse("");
    }

    private static String place(@Nullable Element element) {
        return element == null ? "" : place(element.getEnclosingElement()) + "/" + element;
    }
}
