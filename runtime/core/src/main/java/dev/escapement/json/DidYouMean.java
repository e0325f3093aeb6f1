package dev.escapement.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * The closest of some names, if one is close: at most one edit (insertion, deletion, replacement) for every three
     * characters of the written name, case and the separators {@code _} and {@code -} aside. The first of equals wins.
     *
     * @param written the name as it was written
     * @param names the names that exist
     * @return the closest name
     */
    public static Optional<String> among(String written, Collection<String> names) {
        String wanted = plain(written);
        int limit = Math.max(1, wanted.length() / 3);
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

    /** Levenshtein distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
