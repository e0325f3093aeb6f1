package dev.escapement.spring.model;

import dev.escapement.internal.text.DidYouMean;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Comparisons of names as in the names of Spring Boot's properties, where only letters and digits are significant. */
final class RelaxedNames {

    private RelaxedNames() {}

    /** Returns the letters and digits of a name, in lower case. */
    static String uniform(String name) {
        return name.replaceAll("[^\\p{L}\\p{Nd}]", "").toLowerCase(Locale.ROOT);
    }

    static boolean areEqual(String a, String b) {
        return uniform(a).equals(uniform(b));
    }

    /** Returns the known name that is equal to a name: exactly, or in the first place by its letters and digits. */
    static Optional<String> find(String name, Collection<String> known) {
        return known.contains(name)
                ? Optional.of(name)
                : known.stream().filter(candidate -> areEqual(candidate, name)).findFirst();
    }

    /** Returns a sentence with the known name that is most similar to an unknown name, or with all known names. */
    static String suggestion(String unknown, Collection<String> known, String all) {
        return DidYouMean.among(unknown, known)
                .map(name -> "Did you mean " + name + "?")
                .orElseGet(() -> all + " " + list(known) + ".");
    }

    static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
