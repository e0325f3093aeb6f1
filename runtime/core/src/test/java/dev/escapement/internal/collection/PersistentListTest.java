package dev.escapement.internal.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentListTest {

    /** The sizes at which a node, a level or the tail is full, and their neighbours. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025, 1055, 1056, 1057, 32_800, 33_825})
    void holdsItsElements(int size) {
        assertEquals(numbers(size), PersistentList.copyOf(numbers(size)));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1025, 2_100, 33_825})
    void everyBeginningEqualsASubList(int size) {
        List<Integer> plain = numbers(size);
        PersistentList<Integer> list = PersistentList.copyOf(plain);

        for (int count = 0; count <= size; count += 1 + count / 100) {
            assertEquals(plain.subList(0, count), list.first(count));
        }
    }

    @Test
    void versionsDoNotChange() {
        PersistentList<Integer> before = PersistentList.copyOf(numbers(1_060));
        before.with(-1);
        before.first(500).with(-2);

        assertEquals(numbers(1_060), before);
    }

    @Test
    void indexOutsideTheListIsRefused() {
        PersistentList<Integer> list = PersistentList.copyOf(numbers(40));

        assertThrows(IndexOutOfBoundsException.class, () -> list.get(40));
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(-1));
    }

    @Test
    void listCannotBeModified() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> PersistentList.empty().add(1));
    }

    @Test
    void randomVersionsEqualPlainLists() {
        Random random = new Random(3);
        List<PersistentList<Integer>> lists = new ArrayList<>(List.of(PersistentList.empty()));
        List<List<Integer>> copies = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 400; i++) {
            int version = random.nextInt(lists.size());
            int count = random.nextInt(lists.get(version).size() + 1);
            PersistentList<Integer> list = lists.get(version).first(count);
            List<Integer> copy = new ArrayList<>(copies.get(version).subList(0, count));
            for (int more = random.nextInt(200); more > 0; more--) {
                list = list.with(more);
                copy.add(more);
            }
            lists.add(list);
            copies.add(copy);
        }

        assertEquals(copies, lists);
    }

    private static List<Integer> numbers(int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
