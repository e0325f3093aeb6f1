package dev.escapement.processor;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.UnresolvedTypeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What waits for types that another processor may generate. Kept as names, because elements live one round. */
final class DeferredTypes {

    /** A type that one of our annotations is on. */
    record Work(String type, String annotation) {

        static Work of(TypeElement type, String annotation) {
            return new Work(type.getQualifiedName().toString(), annotation);
        }
    }

    /** A type that is not there; the compiler itself tells if it is source that refers to it. */
    private record Missing(String type, boolean told) {}

    private final Map<Work, Missing> waiting = new LinkedHashMap<>();

    /** Lets something wait. */
    void add(Work work, UnresolvedTypeException missing, Reporter reporter) {
        waiting.put(work, new Missing(missing.type(), reporter.isCompiled(missing.where())));
    }

    /** Takes everything out, to be tried again. */
    Map<Work, TypeElement> takeAll(Elements elements) {
        Map<Work, TypeElement> all = new LinkedHashMap<>();
        waiting.keySet().forEach(work -> all.put(work, type(work, elements)));
        waiting.clear();
        return all;
    }

    /** Reports what has waited in vain. */
    void report(Elements elements, Reporter reporter) {
        waiting.forEach((work, missing) -> {
            if (!missing.told()) {
                TypeElement type = type(work, elements);
                Problems problems = new Problems();
                problems.add(ProblemKind.UNRESOLVED, SourceRef.of(type), work.type(), missing.type());
                reporter.print(problems, type);
            }
        });
    }

    private static TypeElement type(Work work, Elements elements) {
        return Objects.requireNonNull(elements.getTypeElement(work.type()), work::type);
    }
}
