package dev.escapement.http.request;

import java.util.regex.Pattern;

/** The form of API keys: one or more visible ASCII characters. */
public final class ApiKey {

    private static final Pattern FORM = Pattern.compile("[!-~]+");

    private ApiKey() {}

    /**
     * Returns whether a text can be a key.
     *
     * @param text any text
     * @return true if it has the form of a key
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}
