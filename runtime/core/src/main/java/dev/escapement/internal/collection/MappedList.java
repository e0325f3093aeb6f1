package dev.escapement.internal.collection;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A view of an immutable list that applies a pure function to each element on every access. Creating it takes constant
 * time.
 *
 * @param <E> the type of the elements
 */
public abstract class MappedList<E> extends AbstractList<E> implements RandomAccess {

    private final List<E> elements;

    /**
     * Creates a view that applies a function to a list's elements.
     *
     * @param elements the elements
     */
    protected MappedList(List<E> elements) {
        this.elements = ImmutableLists.copyOf(elements);
    }

    /** Maps an element of the list to an element of the view. Returns equal results for the same element. */
    protected abstract E mapped(E element);

    @Override
    public final E get(int index) {
        return mapped(elements.get(index));
    }

    @Override
    public final int size() {
        return elements.size();
    }
}
