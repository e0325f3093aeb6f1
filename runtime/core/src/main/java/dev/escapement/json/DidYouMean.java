package dev.escapement.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * The closest of some names, if one is close: at most one edit (insertion, deletion, replacement, two neighbours
     * changing places) for every three characters of the written name, one edit for a name of two, case and the
     * separators {@code _} and {@code -} aside. The first of equals wins.
     *
     * @param written the name as it was written
     * @param names the names that exist
     * @return the closest name
     */
    public static Optional<String> among(String written, Collection<String> names) {
        String wanted = plain(written);
        int limit = wanted.length() == 2 ? 1 : wanted.length() / 3;
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String best = null;
        for (String name : names) {
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

    private static String plain(String name) {
        String shortened = name.length() > 100 ? name.substring(0, 100) : name;
        return shortened.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment: the Levenshtein distance, with two letters that changed places as one edit. */
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
