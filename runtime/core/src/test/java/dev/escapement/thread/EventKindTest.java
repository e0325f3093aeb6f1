package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each type of event has one kind, which has the same name. */
class EventKindTest {

    static Stream<Class<?>> types() {
        return RandomEvents.kinds();
    }

    @ParameterizedTest
    @MethodSource("types")
    void kindHasTheNameOfTheType(Class<?> type) {
        assertEquals(
                type.getSimpleName(), camelCase(new RandomEvents(1).next(type).kind()));
    }

    private static String camelCase(EventKind kind) {
        return Stream.of(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Test
    void eachKindHasOneType() {
        assertEquals(EventKind.values().length, types().count());
    }

    /** A control of the tests that use the sample thread. */
    @Test
    void sampleThreadContainsEachKind() {
        Set<EventKind> kinds = EveryEvent.thread().events().stream()
                .map(Event::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));

        assertEquals(EnumSet.allOf(EventKind.class), kinds);
    }
}
