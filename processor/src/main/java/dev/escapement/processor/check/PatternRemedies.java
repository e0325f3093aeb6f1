package dev.escapement.processor.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why a construct of a regular expression is refused, and what to write instead. */
final class PatternRemedies {

    /**
     * Why, as the rest of a sentence about the construct, and what to do.
     *
     * @param reason "which …"
     * @param remedy a sentence
     */
    record Advice(String reason, String remedy) {}

    private static final String ELSEWHERE = "which does not mean the same, or nothing, to some providers";
    private static final String NO_SYNTAX = "so it is no regular expression";
    private static final String COSTLY = "which could take very long to match";
    private static final String AS_ITSELF = "which some take for a part of the syntax";
    private static final String ESCAPE = "Escape it with a backslash.";
    private static final String IN_CODE = "Check it in the compact constructor, or say it with another annotation.";

    /** By the beginning of the words for the construct; the first that fits. */
    private static final Map<String, Advice> REMEDIES = remedies();

    private PatternRemedies() {}

    private static Map<String, Advice> remedies() {
        Map<String, Advice> remedies = new LinkedHashMap<>();
        remedies.put("a lookahead", new Advice(ELSEWHERE, IN_CODE));
        remedies.put("a lookbehind", new Advice(ELSEWHERE, IN_CODE));
        remedies.put("a backreference", new Advice(ELSEWHERE, IN_CODE));
        remedies.put("a named group", new Advice(ELSEWHERE, "Write (?:…) or (…)."));
        remedies.put("an atomic group", new Advice(ELSEWHERE, "Write (?:…)."));
        remedies.put(
                "a group with flags", new Advice(ELSEWHERE, "For both cases of a letter write a class like [Aa]."));
        remedies.put(
                "a lazy quantifier",
                new Advice("which changes nothing about whether a text matches", "Leave its ? out."));
        remedies.put("a possessive quantifier", new Advice(ELSEWHERE, "Leave its + out."));
        remedies.put("a quantifier of", new Advice(NO_SYNTAX, "Put what is repeated into (?:…)."));
        remedies.put("a quantifier with", new Advice(NO_SYNTAX, "Escape it with a backslash if it stands for itself."));
        remedies.put("a word boundary", new Advice(ELSEWHERE, "Write the characters that may stand there."));
        remedies.put("a Unicode property", new Advice(ELSEWHERE, "Write ranges of characters like [A-Za-z]."));
        remedies.put("the escape \\Q", new Advice(ELSEWHERE, "Escape each character of it with a backslash."));
        remedies.put(
                "the escape", new Advice(ELSEWHERE, "Write the character itself, or \\u and four hexadecimal digits."));
        remedies.put(
                "a set operation",
                new Advice(ELSEWHERE, "Write the characters that are left, or escape the character."));
        remedies.put(
                "a ^ that", new Advice(ELSEWHERE, "Leave it out, because all of the text has to match; or escape it."));
        remedies.put(
                "a $ that", new Advice(ELSEWHERE, "Leave it out, because all of the text has to match; or escape it."));
        remedies.put("a { that", new Advice(AS_ITSELF, ESCAPE));
        remedies.put("a } ", new Advice(AS_ITSELF, ESCAPE));
        remedies.put("a ] ", new Advice(AS_ITSELF, ESCAPE));
        remedies.put("a - that", new Advice(AS_ITSELF, ESCAPE));
        remedies.put("a [ that", new Advice(AS_ITSELF, ESCAPE));
        remedies.put(
                "a repetition of more", new Advice(COSTLY, "Repeat it less often, and limit the length with @Size."));
        remedies.put("more than", new Advice(COSTLY, "Repeat less, and limit the length with @Size."));
        remedies.put("a group more", new Advice(COSTLY, "Nest less."));
        remedies.put("half a character", new Advice(ELSEWHERE, "Write the whole character."));
        remedies.put("an escape of half", new Advice(ELSEWHERE, "Write the whole character itself."));
        return remedies;
    }

    /** What to say of a construct. */
    static Advice of(String construct) {
        return REMEDIES.entrySet().stream()
                .filter(remedy -> construct.startsWith(remedy.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Advice(
                        NO_SYNTAX, "Mend it; a character that stands for itself is escaped with a backslash."));
    }
}
