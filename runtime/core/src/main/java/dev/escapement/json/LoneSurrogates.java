package dev.escapement.json;

/**
 * Escapes the halves of surrogate pairs that stand alone in a JSON text. They are in a string or in a name, since JSON
 * has them nowhere else. UTF-8 has no bytes for them: written as themselves they would become question marks in a file.
 */
final class LoneSurrogates {

    private LoneSurrogates() {}

    /** The text, which stands for the same values as before. */
    static String escaped(String json) {
        int next = indexOf(json, 0);
        if (next < 0) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        int start = 0;
        for (; next >= 0; next = indexOf(json, start)) {
            escaped.append(json, start, next).append("\\u").append(Integer.toHexString(json.charAt(next)));
            start = next + 1;
        }
        return escaped.append(json, start, json.length()).toString();
    }

    private static int indexOf(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
