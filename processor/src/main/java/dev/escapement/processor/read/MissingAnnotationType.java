package dev.escapement.processor.read;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The mirrors of an annotation type that is not on the class path. Libraries need not pass on the annotations with
 * which they are compiled, and an annotation is known by name. The mirrors support only the methods that the readers
 * use.
 */
final class MissingAnnotationType {

    private final Elements elements;

    MissingAnnotationType(Elements elements) {
        this.elements = elements;
    }

    /** Returns the annotation type with a given binary name. */
    DeclaredType type(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        PackageElement around = stub(
                PackageElement.class,
                binaryName,
                Map.of("getQualifiedName", name(binaryName.substring(0, Math.max(dot, 0)))));
        String canonical = binaryName.replace('$', '.');
        TypeElement element = stub(
                TypeElement.class,
                canonical,
                Map.of(
                        "getQualifiedName", name(canonical),
                        "getSimpleName", name(canonical.substring(canonical.lastIndexOf('.') + 1)),
                        "getKind", ElementKind.ANNOTATION_TYPE,
                        "getEnclosingElement", around,
                        "getAnnotationMirrors", List.of()));
        return stub(
                DeclaredType.class,
                canonical,
                Map.of("getKind", TypeKind.DECLARED, "asElement", element, "getAnnotationMirrors", List.of()));
    }

    /** Returns an element of the annotation type. */
    ExecutableElement member(String name) {
        return stub(ExecutableElement.class, name, Map.of("getSimpleName", name(name)));
    }

    private Name name(String text) {
        return elements.getName(text);
    }

    private static <T> T stub(Class<T> type, String text, Map<String, Object> answers) {
        InvocationHandler handler =
                (proxy, method, arguments) -> answer(proxy, method.getName(), arguments, text, answers);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object answer(
            Object proxy, String method, Object @Nullable [] arguments, String text, Map<String, Object> answers) {
        Object answer = answers.get(method);
        if (answer != null) {
            return answer;
        }
        return switch (method) {
            case "toString" -> text;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
