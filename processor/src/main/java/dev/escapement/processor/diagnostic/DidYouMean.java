package dev.escapement.processor.diagnostic;

import java.util.List;
import java.util.Locale;

/** Finds the name that somebody probably meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * A remark about the closest of some names: {@code " (did you mean IssueRefund?)"}; empty if none is close. Close is
     * a name with the same words in another order, or with at most one edit (insertion, deletion, replacement) for every
     * three letters of the written one, whatever their case. The first of equals wins.
     */
    public static String among(String written, List<String> names) {
        String wanted = written.toLowerCase(Locale.ROOT);
        String best = "";
        int limit = wanted.length() / 3;
        for (String name : names) {
            int distance = words(written).equals(words(name)) ? 0 : distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance <= limit) {
                limit = distance - 1;
                best = name;
            }
        }
        return best.isEmpty() ? "" : " (did you mean " + best + "?)";
    }

    /** The words of a name in camel case, sorted: people mix up {@code IssueRefund} and {@code RefundIssue}. */
    private static List<String> words(String name) {
        return List.of(name.split("(?=\\p{Lu})")).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** The Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] edits = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            edits[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = edits[0];
            edits[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = edits[j];
                edits[j] = Math.min(replaced, Math.min(edits[j], edits[j - 1]) + 1);
            }
        }
        return edits[b.length()];
    }
}
