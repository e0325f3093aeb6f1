package dev.escapement.internal.collection;

import java.util.List;

/** Immutable copies of lists. */
public final class ImmutableLists {

    private ImmutableLists() {}

    /**
     * Returns an immutable copy of a list, or the list itself if its class is in this package.
     *
     * @throws NullPointerException if an element is null
     */
    public static <E> List<E> copyOf(List<E> elements) {
        return elements instanceof PersistentList || elements instanceof MappedList ? elements : List.copyOf(elements);
    }
}
