package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EverySampleTest {

    @Test
    void sampleHasEachKindOfEvent() {
        Set<EventKind> kinds = EverySample.events().stream().map(Event::kind).collect(Collectors.toSet());

        assertEquals(EnumSet.allOf(EventKind.class), kinds);
    }
}
