package dev.escapement.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source at which problems are reported. The place is an element, one of its annotations, or a value in
 * one of these annotations. Valid only in the round in which it was read.
 *
 * @param element the element
 * @param annotation the annotation, if the place is in one
 * @param value the value, if the place is one
 */
public record SourceRef(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** Returns the place of an element. */
    public static SourceRef of(Element element) {
        return new SourceRef(element, null, null);
    }

    /** Returns the place of an annotation on this element. */
    public SourceRef at(AnnotationMirror mirror) {
        return new SourceRef(element, mirror, null);
    }

    /** Returns the place of a value in an annotation on this element. */
    public SourceRef at(AnnotationMirror mirror, @Nullable AnnotationValue member) {
        return new SourceRef(element, mirror, member);
    }
}
