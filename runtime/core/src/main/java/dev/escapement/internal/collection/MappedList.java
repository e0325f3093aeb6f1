package dev.escapement.internal.collection;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A view of an immutable list that applies a pure function to each element on every access. Creating it takes constant
 * time.
 *
 * @param <E> the type of the elements
 */
public final class MappedList<E> extends AbstractList<E> implements RandomAccess {

    private final List<E> elements;
    private final Function<E, E> function;

    /**
     * Creates a view that applies a function to a list's elements.
     *
     * @param elements the elements
     * @param function the function, which returns equal results for the same element
     */
    public MappedList(List<E> elements, Function<E, E> function) {
        this.elements = ImmutableLists.copyOf(elements);
        this.function = function;
    }

    @Override
    public E get(int index) {
        return function.apply(elements.get(index));
    }

    @Override
    public int size() {
        return elements.size();
    }
}
