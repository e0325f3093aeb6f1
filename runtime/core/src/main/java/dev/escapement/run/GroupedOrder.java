package dev.escapement.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Elements in groups. Each group has their natural order. Several groups can be read in their common order. Not safe for
 * concurrent use.
 *
 * @param <G> the type of the key of a group
 * @param <E> the type of the elements
 */
final class GroupedOrder<G, E extends Comparable<E>> {

    private final Map<G, NavigableSet<E>> groups = new HashMap<>();

    void add(G group, E element) {
        NavigableSet<E> elements = groups.get(group);
        if (elements == null) {
            elements = new TreeSet<>();
            groups.put(group, elements);
        }
        elements.add(element);
    }

    void remove(G group, E element) {
        NavigableSet<E> elements = groups.get(group);
        if (elements != null) {
            elements.remove(element);
            if (elements.isEmpty()) {
                groups.remove(group);
            }
        }
    }

    /** Returns the elements of all groups in ascending order. */
    Iterator<E> ascending(@Nullable E after) {
        return ascending(groups.keySet(), after);
    }

    /**
     * Returns the elements of some groups in ascending order.
     *
     * @param after the element after which to begin; null for the beginning
     */
    Iterator<E> ascending(Collection<G> selected, @Nullable E after) {
        Merge<E> merge = new Merge<>(Comparator.<E>naturalOrder());
        for (G group : selected) {
            NavigableSet<E> elements = groups.get(group);
            if (elements != null) {
                merge.add((after == null ? elements : elements.tailSet(after, false)).iterator());
            }
        }
        return merge;
    }

    /** Returns the elements of all groups in descending order. */
    Iterator<E> descending(@Nullable E after) {
        return descending(groups.keySet(), after);
    }

    /** Returns the elements of some groups in descending order. */
    Iterator<E> descending(Collection<G> selected, @Nullable E after) {
        Merge<E> merge = new Merge<>(Comparator.<E>reverseOrder());
        for (G group : selected) {
            NavigableSet<E> elements = groups.get(group);
            if (elements != null) {
                merge.add((after == null ? elements : elements.headSet(after, false)).descendingIterator());
            }
        }
        return merge;
    }

    /** The merge of ordered iterators. */
    private static final class Merge<E> implements Iterator<E> {

        /** An iterator with its next element. */
        private record Head<E>(E element, Iterator<E> rest) {}

        private final PriorityQueue<Head<E>> heads;

        Merge(Comparator<E> order) {
            heads = new PriorityQueue<>(Comparator.comparing(Head::element, order));
        }

        void add(Iterator<E> elements) {
            if (elements.hasNext()) {
                heads.add(new Head<>(elements.next(), elements));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public E next() {
            Head<E> head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            add(head.rest());
            return head.element();
        }
    }
}
