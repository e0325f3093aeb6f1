package dev.escapement.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The division of code that exceeds a limit of the class file format. */
final class LimitedGroups {

    private LimitedGroups() {}

    /**
     * Groups successive items, so that the sizes of each group add up to at most the maximum. An item that is larger by
     * itself is a group of its own.
     *
     * @return at least one group; it is empty if there are no items
     */
    static <T> List<List<T>> of(List<T> items, int max, ToIntFunction<T> size) {
        List<List<T>> groups = new ArrayList<>();
        List<T> group = new ArrayList<>();
        int total = 0;
        for (T item : items) {
            int more = size.applyAsInt(item);
            if (total + more > max && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
                total = 0;
            }
            group.add(item);
            total += more;
        }
        groups.add(group);
        return groups;
    }
}
