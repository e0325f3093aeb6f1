package dev.escapement.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source, to pin a problem to: an element, one of its annotations, or a value of that. Not kept beyond
 * the round in which it was read.
 *
 * @param element the element
 * @param annotation the annotation, if the problem is one
 * @param value the value, if the problem is one
 */
public record SourceRef(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** A place that is a whole element. */
    public static SourceRef of(Element element) {
        return new SourceRef(element, null, null);
    }

    /** A place that is an annotation of this element. */
    public SourceRef at(AnnotationMirror mirror) {
        return new SourceRef(element, mirror, null);
    }

    /** A place that is a value of an annotation of this element. */
    public SourceRef at(AnnotationMirror mirror, @Nullable AnnotationValue member) {
        return new SourceRef(element, mirror, member);
    }
}
