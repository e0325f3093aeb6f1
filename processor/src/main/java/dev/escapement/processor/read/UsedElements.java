package dev.escapement.processor.read;

import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceWarnings;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The elements to which the code generated from one type refers, and the warnings that they cause. */
final class UsedElements {

    private final Elements elements;
    private final Predicate<TypeElement> isAuxiliary;
    private final Predicate<TypeElement> isHidden;
    private final Set<Element> known = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private final Set<JavaType> auxiliary = new HashSet<>();

    /**
     * Creates an empty set.
     *
     * @param isAuxiliary the predicate that tests whether a top-level class is auxiliary
     * @param isHidden the predicate that tests whether a class of the generated interface is hidden from other modules
     */
    UsedElements(Elements elements, Predicate<TypeElement> isAuxiliary, Predicate<TypeElement> isHidden) {
        this.elements = elements;
        this.isAuxiliary = isAuxiliary;
        this.isHidden = isHidden;
    }

    /**
     * Adds an element with all that encloses it. Instead of a component, its accessor is added; a record is added with
     * its constructors.
     */
    void add(Element element) {
        if (element instanceof RecordComponentElement component) {
            ExecutableElement accessor = component.getAccessor();
            if (accessor != null) {
                add(accessor);
            }
            return;
        }
        for (Element e = element; e != null && known.add(e); e = e.getEnclosingElement()) {
            if (elements.isDeprecated(e)) {
                tokens.add(isForRemoval(e) ? "removal" : "deprecation");
            }
            if (e instanceof TypeElement used && isHidden.test(used)) {
                tokens.add("exports");
            }
            if (e instanceof TypeElement type
                    && type.getEnclosingElement() instanceof PackageElement
                    && isAuxiliary.test(type)) {
                auxiliary.add(JavaTypes.of(type));
            }
        }
        if (element.getKind() == ElementKind.RECORD) {
            ElementFilter.constructorsIn(element.getEnclosedElements()).forEach(this::add);
        }
    }

    SourceWarnings warnings() {
        return new SourceWarnings(tokens, auxiliary);
    }

    private static boolean isForRemoval(Element element) {
        return Annotations.find(element, "java.lang.Deprecated")
                .flatMap(annotation -> Annotations.flag(annotation, "forRemoval"))
                .orElse(false);
    }
}
