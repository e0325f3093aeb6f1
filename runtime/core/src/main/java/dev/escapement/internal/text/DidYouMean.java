package dev.escapement.internal.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggestions of known names that are similar to an unknown name. */
public final class DidYouMean {

    private static final int MAX_LENGTH = 100;

    private DidYouMean() {}

    /**
     * Returns the known name that is most similar to an unknown name, if any is similar. A name is similar if it has
     * the same words in another order, or if the two names differ by at most one edit for every three characters of the
     * unknown name, or by one edit if the unknown name has two characters. An edit is an insertion, deletion,
     * replacement, or transposition of adjacent characters. Case and the separators {@code _} and {@code -} are
     * ignored. The first of equally similar names is returned.
     *
     * @param written the unknown name
     * @param names the known names
     * @return the most similar name; empty if none is similar
     */
    public static Optional<String> among(String written, Collection<String> names) {
        String wanted = plain(written);
        int limit = wanted.length() == 2 ? 1 : wanted.length() / 3;
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = words(written);
        String best = null;
        for (String name : names) {
            if (limit >= 0 && words.size() > 1 && words.equals(words(name))) {
                limit = -1;
                best = name;
                continue;
            }
            String candidate = plain(name);
            if (Math.abs(candidate.length() - wanted.length()) > limit) {
                continue;
            }
            int distance = distance(wanted, candidate);
            if (distance <= limit) {
                limit = distance - 1;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the sorted words of a camel-case or snake-case name. */
    private static List<String> words(String name) {
        return name.length() > MAX_LENGTH
                ? List.of()
                : Stream.of(name.split("(?=\\p{Lu})|[_-]"))
                        .map(AsciiCase::lower)
                        .sorted()
                        .toList();
    }

    private static String plain(String name) {
        String shortened = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
        return AsciiCase.lower(shortened.replace("_", "").replace("-", ""));
    }

    /**
     * Returns the optimal string alignment distance between two strings. It is the Levenshtein distance, with a
     * transposition of adjacent characters as one edit.
     */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
