package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints problems where the user can see them. A problem of a type that is not being compiled now, but in a class file,
 * is pinned to the type that led there. A problem that two types lead to is printed once.
 */
public final class Reporter {

    private final Messager messager;
    private final Set<String> compiled = new HashSet<>();
    private final Set<String> printed = new HashSet<>();

    /** A reporter to the compiler. */
    public Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Notes a top-level element that is compiled now, from source. */
    public void compiling(Element root) {
        compiled.add(root.toString());
    }

    /** Prints a problem of the whole compilation. */
    public void print(ProblemKind kind, Object... arguments) {
        messager.printMessage(Diagnostic.Kind.ERROR, kind.message(arguments));
    }

    /** Prints the problems found on the way from a type that is compiled now. */
    public void print(Problems problems, Element subject) {
        for (Problem problem : problems.list()) {
            if (problem.kind().isWarning() && isSuppressed(problem)) {
                continue;
            }
            SourceRef at = isCompiled(problem.at().element()) ? problem.at() : SourceRef.of(subject);
            String annotation = at.annotation() == null
                    ? ""
                    : at.annotation().getAnnotationType().toString();
            if (printed.add(problem.kind().id() + place(at.element()) + "@" + annotation)) {
                print(problem, at);
            }
        }
    }

    private void print(Problem problem, SourceRef at) {
        Diagnostic.Kind kind = problem.kind().isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
        if (at.annotation() == null) {
            messager.printMessage(kind, problem.message(), at.element());
        } else if (at.value() == null) {
            messager.printMessage(kind, problem.message(), at.element(), at.annotation());
        } else {
            messager.printMessage(kind, problem.message(), at.element(), at.annotation(), at.value());
        }
    }

    private boolean isCompiled(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (compiled.contains(e.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuppressed(Problem problem) {
        for (Element e = problem.at().element(); e != null; e = e.getEnclosingElement()) {
            SuppressWarnings suppressed = e.getAnnotation(SuppressWarnings.class);
            if (suppressed != null
                    && Arrays.asList(suppressed.value()).contains(problem.kind().id())) {
                return true;
            }
        }
        return false;
    }

    private static String place(@Nullable Element element) {
        return element == null ? "" : place(element.getEnclosingElement()) + "/" + element;
    }
}
