package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check of set elements rejected as duplicates although their JSON differs: the element must be equal to another one
 * in Java, or have become equal JSON by rounding.
 */
final class Repetition {

    /** Sets that are components of the tool itself, which suffice. */
    private static final Pattern IN_COMPONENT = Pattern.compile("\\$\\.(\\w+)\\[(\\d+)]");

    private Repetition() {}

    /** Decodes the elements one by one, if a violation reports a duplicate. */
    static <T> void verify(Subject<T> subject, String text, Violation violation) {
        Matcher place = IN_COMPONENT.matcher(violation.path());
        if (!violation.expected().equals("each element once") || !place.matches()) {
            return;
        }
        if (!subject.edges().rules().isEmpty()) {
            return; // one element may be too few
        }
        MutableJson.Obj root =
                (MutableJson.Obj) MutableJson.parse(text).orElseThrow().root();
        Map.Entry<String, @Nullable Object> property = root.stream()
                .filter(entry -> entry.getKey().equals(place.group(1)))
                .findFirst()
                .orElseThrow();
        List<?> elements = (List<?>) property.getValue();
        Object repeated = alone(subject, root, property, elements.get(Integer.parseInt(place.group(2))));
        boolean there = elements.subList(0, Integer.parseInt(place.group(2))).stream()
                .map(element -> alone(subject, root, property, element))
                .anyMatch(one -> Objects.equals(one, repeated)
                        || Objects.equals(JsonEquality.of(one), JsonEquality.of(repeated)));
        assertTrue(there, () -> text + violation);
    }

    private static <T> @Nullable Object alone(
            Subject<T> subject,
            MutableJson.Obj root,
            Map.Entry<String, @Nullable Object> property,
            @Nullable Object element) {
        List<@Nullable Object> only = new ArrayList<>();
        only.add(element);
        MutableJson.Obj copy = new MutableJson.Obj();
        root.forEach(entry -> copy.put(entry.getKey(), entry == property ? only : entry.getValue()));
        Decoded.Accepted<?> read = assertInstanceOf(Decoded.Accepted.class, subject.decode(MutableJson.print(copy)));
        RecordComponent component = Stream.of(subject.type().getRecordComponents())
                .filter(each -> each.getName().equals(property.getKey()))
                .findFirst()
                .orElseThrow();
        Set<?> set = (Set<?>) ComparableValues.component((Record) read.value(), component);
        return set.iterator().next();
    }
}
