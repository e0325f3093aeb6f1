package dev.escapement.internal.text;

import java.util.regex.Pattern;

/**
 * A filter that removes words with the form of a key from text of servers, which may contain keys that this client does
 * not know, for example the key of a gateway. The class is loaded only if a request fails.
 */
public final class KeyPattern {

    private static final String HIDDEN = "[hidden]";

    private static final Pattern WORD = Pattern.compile(
            // keys with the prefixes that providers use
            "(?<![A-Za-z0-9])(?:sk|pk|rk|gsk|csk|xai|hf|pplx|nvapi|r8|fw|tgp|ghp|glpat)[-_][A-Za-z0-9_*.\\-]{6,}"
                    // keys and tokens of Google and AWS, signed tokens
                    + "|AIza[\\w*\\-]{8,}|ya29\\.[\\w.\\-]{8,}|AKIA[0-9A-Z]{8,}|eyJ[\\w\\-]{8,}\\.[\\w.\\-]+"
                    // values of headers
                    + "|(?<=(?i:bearer|basic) )[\\w.~+/=*\\-]{8,}"
                    // values of parameters
                    + "|(?<=(?i:key|token|password|secret|signature|sig|auth)=)[^\\s\"'`,;&]{4,}"
                    + "|(?<=(?i:api[-_ ]key|apikey)[\"']?: ?[\"']?)[^\\s\"'`,;&]{12,}");

    private KeyPattern() {}

    /**
     * Replaces each word with the form of a key with {@code [hidden]}.
     *
     * @param text any text
     * @return the text without keys
     */
    public static String hide(String text) {
        return WORD.matcher(text).replaceAll(HIDDEN);
    }
}
