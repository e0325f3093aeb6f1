package dev.escapement.processor.read;

import dev.escapement.internal.text.DidYouMean;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ParamFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** A check of the {@code @param} tags of a record, whose descriptions are sent to the model. */
final class ParamTags {

    private ParamTags() {}

    /** Reports the tags that do not describe a component, and the components with several tags. */
    static void check(TypeElement record, Javadoc javadoc, Problems problems) {
        List<String> tags = javadoc.tags().stream().map(Javadoc.Parameter::name).toList();
        List<String> components = record.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        List<String> free = components.stream()
                .filter(component -> !tags.contains(component))
                .toList();
        Stream<Clause> unknown = tags.stream()
                .distinct()
                .filter(tag -> !components.contains(tag))
                .map(tag -> ParamFault.UNKNOWN.with(
                        tag,
                        DidYouMean.among(tag, free).map(Hint.DID_YOU_MEAN::with).orElse(Hint.NONE)));
        Stream<Clause> repeated = components.stream()
                .filter(component -> tags.stream().filter(component::equals).count() > 1)
                .map(ParamFault.REPEATED::with);
        List<Clause> faults = Stream.concat(unknown, repeated).toList();
        if (!faults.isEmpty()) {
            problems.add(ProblemKind.PARAM_TAG, SourceRef.of(record), record.getSimpleName(), faults);
        }
    }
}
