package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/**
 * A check that rejects a {@code @Nullable} annotation that compilers do not keep in class files. The schema of a record
 * would depend on whether the record is compiled together with the type that refers to it.
 */
final class AnnotationRetention {

    private AnnotationRetention() {}

    static void refuseUnkept(RecordComponentElement component, TypeMirror type, Problems problems) {
        Stream.concat(JacksonNames.on(component), TypeUse.of(type).stream().map(TypeUse::annotation))
                .filter(mirror -> isUnkeptNullable(mirror.getAnnotationType().asElement()))
                .limit(1)
                .forEach(mirror -> problems.add(
                        ProblemKind.UNSUPPORTED_ANNOTATION,
                        SourceRef.of(component),
                        Annotations.shortName(mirror),
                        TypeText.place(component),
                        AnnotationRemedy.KEPT_ANNOTATION));
    }

    private static boolean isUnkeptNullable(Element annotation) {
        return annotation.getSimpleName().contentEquals("Nullable")
                && Annotations.find(annotation, "java.lang.annotation.Retention")
                        .flatMap(retention -> Annotations.constant(retention, "value"))
                        .filter("SOURCE"::equals)
                        .isPresent();
    }
}
