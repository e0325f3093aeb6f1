package dev.escapement.http.request;

/** A validator of API keys. A key consists of one or more visible ASCII characters. */
public final class ApiKey {

    /** The message about a text that does not have the form of an API key. */
    public static final String INVALID =
            "The key is empty or contains white space or other characters that a key cannot"
                    + " contain. Remove white space and the prefix Bearer.";

    private ApiKey() {}

    /**
     * Returns whether a string has the form of an API key.
     *
     * @param text any text
     * @return true if the text is a possible key
     */
    public static boolean isValid(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
