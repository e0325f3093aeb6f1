package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupedOrderTest {

    private final GroupedOrder<String, Integer> order = new GroupedOrder<>();

    @BeforeEach
    void addElements() {
        List.of(5, 1, 9).forEach(element -> order.add("odd", element));
        List.of(4, 8).forEach(element -> order.add("even", element));
        order.add("zero", 0);
    }

    @Test
    void groupsAreReadInCommonOrder() {
        assertEquals(List.of(0, 1, 4, 5, 8, 9), all(order.ascending(null)));
        assertEquals(List.of(9, 8, 5, 4, 1, 0), all(order.descending(null)));
    }

    @Test
    void selectedGroupsAreRead() {
        assertEquals(List.of(0, 4, 8), all(order.ascending(List.of("zero", "even", "unknown"), null)));
        assertEquals(List.of(8, 4, 0), all(order.descending(List.of("zero", "even", "unknown"), null)));
    }

    @Test
    void readingBeginsAfterElement() {
        assertEquals(List.of(5, 8, 9), all(order.ascending(4)));
        assertEquals(List.of(8, 5, 4, 1, 0), all(order.descending(9)));
        assertEquals(List.of(4, 1, 0), all(order.descending(5)));
    }

    @Test
    void removedElementsAreNotRead() {
        order.remove("zero", 0);
        order.remove("odd", 5);
        order.remove("odd", 4);
        order.remove("unknown", 4);

        assertEquals(List.of(1, 4, 8, 9), all(order.ascending(null)));
    }

    @Test
    void endIsReported() {
        assertThrows(NoSuchElementException.class, order.ascending(9)::next);
    }

    private static List<Integer> all(Iterator<Integer> elements) {
        List<Integer> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return all;
    }
}
