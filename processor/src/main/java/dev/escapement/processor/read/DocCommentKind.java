package dev.escapement.processor.read;

import java.lang.reflect.Method;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** A lookup of the kind of a documentation comment, which exists since Java 23. */
final class DocCommentKind {

    private static final @Nullable Method KIND = method();

    private DocCommentKind() {}

    /** Returns whether a comment consists of lines with three slashes. */
    static boolean isMarkdown(Element element, Elements elements) {
        try {
            return KIND != null
                    && String.valueOf(KIND.invoke(elements, element)).equals("END_OF_LINE");
        } catch (ReflectiveOperationException unsupportedByCompiler) {
            return false;
        }
    }

    private static @Nullable Method method() {
        try {
            return Elements.class.getMethod("getDocCommentKind", Element.class);
        } catch (NoSuchMethodException beforeJava23) {
            return null;
        }
    }
}
