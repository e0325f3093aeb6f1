package dev.escapement.internal.collection;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list whose versions share structure. It is a tree with 32 children per node, and a separate array of the
 * last elements. {@link #with} and {@link #first} copy one path of the tree, {@link #get} follows one. Safe for
 * concurrent use.
 *
 * @param <E> the type of the elements
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    private static final PersistentList<?> EMPTY = new PersistentList<>(0, 0, null, new Object[0]);

    private final int size;

    /** The height of the tree in index bits, or 0 if the root is a leaf. */
    private final int shift;

    /**
     * The root of the tree of elements before the tail. It is a leaf or an array of nodes, or null if all elements are
     * in the tail.
     */
    private final @Nullable Object @Nullable [] root;

    /** The last 1 to 32 elements, or none if the list is empty. */
    private final @Nullable Object[] tail;

    private PersistentList(int size, int shift, @Nullable Object @Nullable [] root, @Nullable Object[] tail) {
        this.size = size;
        this.shift = shift;
        this.root = root;
        this.tail = tail;
    }

    /** Returns the empty list. */
    @SuppressWarnings("unchecked")
    public static <E> PersistentList<E> empty() {
        return (PersistentList<E>) EMPTY;
    }

    /** Returns a persistent list with the elements of another list. */
    public static <E> PersistentList<E> copyOf(List<? extends E> elements) {
        PersistentList<E> copy = empty();
        for (E element : elements) {
            copy = copy.with(element);
        }
        return copy;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " of " + size + " elements");
        }
        return (E) leaf(index)[index & MASK];
    }

    private int beforeTail() {
        return size - tail.length;
    }

    private @Nullable Object[] leaf(int index) {
        if (root == null || index >= beforeTail()) {
            return tail;
        }
        @Nullable Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = child(node, (index >>> level) & MASK);
        }
        return node;
    }

    /** Returns a new version of this list with an element appended. */
    public PersistentList<E> with(E element) {
        if (tail.length < WIDTH && size > 0) {
            @Nullable Object[] longer = Arrays.copyOf(tail, tail.length + 1);
            longer[tail.length] = element;
            return new PersistentList<>(size + 1, shift, root, longer);
        }
        @Nullable Object[] next = {element};
        if (size == 0) {
            return new PersistentList<>(1, 0, null, next);
        } else if (root == null) {
            return new PersistentList<>(size + 1, 0, tail, next);
        } else if (beforeTail() == WIDTH << shift) {
            @Nullable Object[] higher = {root, path(shift, tail)};
            return new PersistentList<>(size + 1, shift + BITS, higher, next);
        }
        return new PersistentList<>(size + 1, shift, appended(root, shift), next);
    }

    /** Returns a copy of a node with the tail as its last leaf. The node must not be full. */
    private @Nullable Object[] appended(@Nullable Object[] node, int level) {
        int index = (beforeTail() >>> level) & MASK;
        @Nullable Object[] copy = Arrays.copyOf(node, index + 1);
        copy[index] = index < node.length ? appended(child(node, index), level - BITS) : path(level - BITS, tail);
        return copy;
    }

    private static @Nullable Object[] path(int level, @Nullable Object[] leaf) {
        @Nullable Object[] node = leaf;
        for (int height = 0; height < level; height += BITS) {
            node = new @Nullable Object[] {node};
        }
        return node;
    }

    private static @Nullable Object[] child(@Nullable Object[] node, int index) {
        Object child = node[index];
        if (child instanceof @Nullable Object[] children) {
            return children;
        }
        throw new IllegalStateException("the tree has no node at " + index);
    }

    /**
     * Returns a list that contains the first elements of this list.
     *
     * @param count their number, from 0 to {@link #size}
     */
    public PersistentList<E> first(int count) {
        if (count == size) {
            return this;
        } else if (count == 0) {
            return empty();
        } else if (root == null || count > beforeTail()) {
            return new PersistentList<>(count, shift, root, Arrays.copyOf(tail, count - beforeTail()));
        }
        @Nullable Object[] last = Arrays.copyOf(leaf(count - 1), ((count - 1) & MASK) + 1);
        int before = count - last.length;
        if (before == 0) {
            return new PersistentList<>(count, 0, null, last);
        }
        @Nullable Object[] node = root;
        int height = shift;
        while (height > 0 && before <= WIDTH << (height - BITS)) {
            node = child(node, 0);
            height -= BITS;
        }
        return new PersistentList<>(count, height, cut(node, height, before), last);
    }

    /**
     * Returns a copy of a node that contains only its first elements. The number of elements must be a positive
     * multiple of 32.
     */
    private static @Nullable Object[] cut(@Nullable Object[] node, int level, int count) {
        if (level == 0) {
            return node;
        }
        int index = ((count - 1) >>> level) & MASK;
        @Nullable Object[] copy = Arrays.copyOf(node, index + 1);
        copy[index] = cut(child(node, index), level - BITS, count);
        return copy;
    }
}
