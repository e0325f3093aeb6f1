package dev.escapement.processor;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.UnresolvedTypeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The annotated types that are deferred to a later round because they refer to types that another processor may
 * generate. Types are kept by name, because an element is valid only in one round.
 */
final class DeferredTypes {

    /**
     * The names of an annotated type and of one of its annotations.
     *
     * @param type the qualified name of the type
     * @param annotation the qualified name of the annotation
     */
    record AnnotatedTypeName(String type, String annotation) {

        static AnnotatedTypeName of(TypeElement type, String annotation) {
            return new AnnotatedTypeName(type.getQualifiedName().toString(), annotation);
        }
    }

    /**
     * An unresolved type to which an annotated type refers.
     *
     * @param type its name
     * @param reportedByCompiler whether the reference is in source, so that the compiler itself reports it
     */
    private record MissingType(String type, boolean reportedByCompiler) {}

    private final Map<AnnotatedTypeName, MissingType> deferred = new LinkedHashMap<>();

    /** Defers a type to the next round. */
    void add(AnnotatedTypeName name, UnresolvedTypeException missing, Reporter reporter) {
        Element where = missing.where();
        deferred.put(name, new MissingType(missing.type(), where == null || reporter.isCompiled(where)));
    }

    /** Returns whether no types are deferred. */
    boolean isEmpty() {
        return deferred.isEmpty();
    }

    /** Removes and returns all deferred types, so that this round can process them. */
    Map<AnnotatedTypeName, TypeElement> takeAll(Elements elements) {
        Map<AnnotatedTypeName, TypeElement> all = new LinkedHashMap<>();
        for (AnnotatedTypeName name : deferred.keySet()) {
            TypeElement type = elements.getTypeElement(name.type());
            if (type != null) { // a type in a compact source file is not found
                all.put(name, type);
            }
        }
        deferred.clear();
        return all;
    }

    /** Reports the types that are still deferred after the last round. */
    void report(Elements elements, Reporter reporter) {
        deferred.forEach((name, missing) -> {
            if (!missing.reportedByCompiler()) {
                TypeElement type = type(name, elements);
                Problems problems = new Problems();
                problems.add(ProblemKind.UNRESOLVED, SourceRef.of(type), name.type(), missing.type());
                reporter.print(problems, type);
            }
        });
    }

    private static TypeElement type(AnnotatedTypeName name, Elements elements) {
        return Objects.requireNonNull(elements.getTypeElement(name.type()), name::type);
    }
}
