package dev.escapement.run;

import java.util.Comparator;

/** The order of ids by their code points, which is also the order of their bytes in UTF-8. */
final class IdOrder implements Comparator<String> {

    /** The order. */
    static final IdOrder INSTANCE = new IdOrder();

    private IdOrder() {}

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char c = one.charAt(i);
            char d = other.charAt(i);
            if (c != d) {
                // A surrogate is part of a code point above those of all other characters.
                boolean isHigher = Character.isSurrogate(c) != Character.isSurrogate(d);
                return isHigher ? (Character.isSurrogate(c) ? 1 : -1) : Character.compare(c, d);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
