package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.UpcastModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A reader of methods annotated with {@code @Upcast}. */
public final class UpcastReader {

    private static final Pattern PREFIX = Pattern.compile("[0-9a-fA-F]{8,64}");

    private UpcastReader() {}

    /** Returns the conversions of a value type in declaration order; empty unless the type is a record. */
    static List<UpcastModel> upcasts(TypeMirror type) {
        return JavaTypes.element(type).map(UpcastReader::upcasts).orElse(List.of());
    }

    /** Returns the conversions of a type in declaration order, without those that {@link #problems} rejects. */
    static List<UpcastModel> upcasts(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                ? methods(type)
                        .filter(method -> fault(method).isEmpty())
                        .flatMap(method -> upcast(type, method).stream())
                        .toList()
                : List.of();
    }

    private static Stream<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> Annotations.has(method, RuntimeNames.UPCAST));
    }

    private static Optional<UpcastModel> upcast(TypeElement type, ExecutableElement method) {
        return Annotations.find(method, RuntimeNames.UPCAST)
                .filter(mirror -> PREFIX.matcher(prefix(mirror)).matches())
                .map(mirror -> new UpcastModel(
                        JavaTypes.of(type),
                        method.getSimpleName().toString(),
                        prefix(mirror).toLowerCase(Locale.ROOT),
                        method.getModifiers().contains(Modifier.PUBLIC),
                        place(method, mirror)));
    }

    private static String prefix(AnnotationMirror mirror) {
        return Annotations.string(mirror, "from").orElse("");
    }

    private static SourceRef place(ExecutableElement method, AnnotationMirror mirror) {
        return SourceRef.of(method).at(mirror, Annotations.value(mirror, "from").orElse(null));
    }

    /** Returns the problems of a method annotated with {@code @Upcast}. */
    public static Problems problems(ExecutableElement method) {
        Problems problems = new Problems();
        Element owner = JavaTypes.enclosing(method);
        SourceRef at = SourceRef.of(method);
        if (owner.getKind() != ElementKind.RECORD) {
            problems.add(ProblemKind.UPCAST_OUTSIDE_RECORD, at, method.getSimpleName(), owner.getSimpleName());
            return problems;
        }
        fault(method).ifPresent(fault -> fault.report(ProblemKind.UPCAST_METHOD, method, at, problems));
        Annotations.find(method, RuntimeNames.UPCAST).ifPresent(mirror -> checkPrefix(method, mirror, problems));
        return problems;
    }

    private static void checkPrefix(ExecutableElement method, AnnotationMirror mirror, Problems problems) {
        TypeElement type = (TypeElement) JavaTypes.enclosing(method);
        String prefix = prefix(mirror);
        if (!PREFIX.matcher(prefix).matches()) {
            problems.add(ProblemKind.UPCAST_FROM, place(method, mirror), method.getSimpleName(), prefix);
            return;
        }
        methods(type)
                .takeWhile(earlier -> !earlier.equals(method))
                .flatMap(earlier -> upcast(type, earlier).stream())
                .filter(earlier -> UpcastModel.overlap(earlier.from(), prefix.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(earlier -> problems.add(
                        ProblemKind.UPCAST_OVERLAP,
                        place(method, mirror),
                        earlier.method(),
                        method.getSimpleName(),
                        earlier.from(),
                        prefix));
    }

    /** Returns the reason why generated code cannot call a method as a conversion, empty if it can. */
    private static Optional<MethodProblem> fault(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(new MethodProblem(MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE));
        } else if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(new MethodProblem(MethodFault.NOT_STATIC, MethodRemedy.ADD_STATIC));
        } else if (!method.getTypeParameters().isEmpty()) {
            return Optional.of(new MethodProblem(MethodFault.GENERIC, MethodRemedy.NOT_GENERIC));
        } else if (!method.getThrownTypes().isEmpty()) {
            return Optional.of(MethodProblem.EXCEPTION);
        }
        boolean converts = isJson(method.getReturnType())
                && method.getParameters().size() == 1
                && isJson(method.getParameters().get(0).asType());
        return converts
                ? Optional.empty()
                : Optional.of(new MethodProblem(MethodFault.NO_CONVERSION, MethodRemedy.CONVERT_JSON));
    }

    private static boolean isJson(TypeMirror type) {
        return JavaTypes.qualifiedName(type).equals(RuntimeNames.JSON_TEXT);
    }
}
