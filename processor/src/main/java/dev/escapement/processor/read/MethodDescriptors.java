package dev.escapement.processor.read;

import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The descriptors of methods in class files (JVMS section 4.3.3). */
final class MethodDescriptors {

    private static final Map<TypeKind, String> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, "Z",
            TypeKind.BYTE, "B",
            TypeKind.CHAR, "C",
            TypeKind.DOUBLE, "D",
            TypeKind.FLOAT, "F",
            TypeKind.INT, "I",
            TypeKind.LONG, "J",
            TypeKind.SHORT, "S",
            TypeKind.VOID, "V");

    private final Elements elements;
    private final Types types;

    MethodDescriptors(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Returns the descriptor of a method, or of a constructor of a static class that is not an enum. */
    String of(ExecutableElement method) {
        return method.getParameters().stream()
                        .map(VariableElement::asType)
                        .map(this::of)
                        .collect(Collectors.joining("", "(", ")"))
                + of(method.getReturnType());
    }

    private String of(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return "[" + of(array.getComponentType());
        }
        String primitive = PRIMITIVES.get(erased.getKind());
        return primitive == null
                ? JavaTypes.element(erased)
                        .map(element ->
                                "L" + elements.getBinaryName(element).toString().replace('.', '/') + ";")
                        .orElse("")
                : primitive;
    }
}
