package dev.escapement.run;

import java.util.HashSet;
import java.util.Set;

/**
 * A search for the hashes of contents in the events of threads. A hash counts as used wherever it occurs in the text of an
 * event, so that references in arguments and results are found as well.
 */
final class UsedContents {

    private static final int LENGTH = 64;

    private final Set<String> unused;

    /** Creates a search for some hashes, in lower-case hexadecimal digits. */
    UsedContents(Set<String> hashes) {
        this.unused = new HashSet<>(hashes);
    }

    /** Removes the hashes that occur in a text. */
    void search(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isDigit(text.charAt(i))) {
                if (i - start == LENGTH) {
                    unused.remove(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** Returns the hashes that did not occur. */
    Set<String> unused() {
        return unused;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
