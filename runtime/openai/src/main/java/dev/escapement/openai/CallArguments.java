package dev.escapement.openai;

import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, assembled from fragments. Arguments that begin anew after a complete object replace the
 * object: servers restate a call, or begin with an empty object. An empty object does not replace other arguments. Each
 * fragment is scanned once, and each version is parsed at most once. Brackets and markers after an object are ignored.
 */
final class CallArguments {

    private static final int LONGEST_EMPTY_OBJECT = 10;

    private final StringBuilder all = new StringBuilder();
    private boolean isBlank = true;
    private int previousVersion;
    private int version;
    private String lastFragment = "";

    private int depth;
    private boolean isInString;
    private boolean isEscaped;
    private boolean isClosed;
    private boolean isBroken;
    private int closedAt;
    private @Nullable Boolean isWhole;
    private @Nullable String canonical;

    /**
     * Adds a fragment.
     *
     * @return the number of characters at the end of the earlier text that the fragment replaces
     */
    int add(String fragment) {
        boolean beginsAnew = beginsObject(fragment) && isWhole();
        if (fragment.isEmpty() || (beginsAnew && addsNothing(fragment))) {
            return 0;
        }
        int replaced = 0;
        if (beginsAnew && isEmptyObject()) {
            replaced = all.length() - version;
            all.setLength(version);
            restart();
        } else if (beginsAnew) {
            previousVersion = version;
            version = all.length();
            restart();
        }
        canonical = null;
        all.append(fragment);
        lastFragment = fragment;
        scan(fragment);
        return replaced;
    }

    private boolean addsNothing(String fragment) {
        boolean isEmpty = fragment.length() < LONGEST_EMPTY_OBJECT && isEmptyObject(fragment);
        return isEmpty
                || (fragment.length() <= all.length() - version
                        && fragment.strip().equals(current().strip()));
    }

    private void restart() {
        depth = 0;
        isInString = false;
        isEscaped = false;
        isClosed = false;
        isBroken = false;
        isWhole = null;
    }

    private void scan(String fragment) {
        int start = all.length() - fragment.length();
        for (int i = 0; i < fragment.length() && !isBroken; i++) {
            char c = fragment.charAt(i);
            boolean isSpace = Character.isWhitespace(c);
            isBlank &= isSpace;
            if (isEscaped) {
                isEscaped = false;
            } else if (isInString) {
                isEscaped = c == '\\';
                isInString = c != '"';
            } else if (c == '{' && !isClosed) {
                depth++;
            } else if (depth == 0) {
                isBroken = !isSpace;
            } else if (c == '}') {
                depth--;
                isClosed = depth == 0;
                closedAt = start + i + 1;
            } else {
                isInString = c == '"';
            }
        }
        isBlank &= !isBroken;
    }

    static boolean beginsObject(String fragment) {
        return fragment.stripLeading().startsWith("{");
    }

    /** Returns whether the arguments are white space, or none. */
    boolean isBlank() {
        return isBlank;
    }

    /** Returns the number of characters of all versions. */
    int length() {
        return all.length();
    }

    /** Returns whether the arguments have more than one version. */
    boolean areRestated() {
        return version > 0;
    }

    /** Returns the characters after a position. */
    String from(int start) {
        return all.substring(start);
    }

    /** Returns whether the arguments so far are a complete object. */
    boolean isWhole() {
        if (!isClosed || (isBroken && !ObjectText.isJunk(all, closedAt))) {
            return false;
        }
        if (isWhole == null) {
            isWhole = ProviderJson.isObject(all.substring(version, closedAt));
        }
        return isWhole;
    }

    boolean isEmptyObject() {
        return all.length() - version < LONGEST_EMPTY_OBJECT && isEmptyObject(current());
    }

    /** Returns whether a text is {@code {}}, possibly with white space. */
    static boolean isEmptyObject(String text) {
        return text.replaceAll("\\s", "").equals("{}");
    }

    /** Returns whether a fragment is a later part of the arguments. */
    boolean areContinuedBy(String fragment) {
        return !isBlank && !fragment.isBlank() && !beginsObject(fragment) && !isWhole();
    }

    /** Returns the latest version, without the text after its object that is ignored. */
    private String current() {
        return isBroken && isWhole() ? all.substring(version, closedAt) : all.substring(version);
    }

    /** Returns whether other arguments are equal to these, or an incomplete repetition of them. */
    boolean include(CallArguments other) {
        return other.isBlank()
                || (other.isWhole()
                        ? canonical().equals(other.canonical())
                        : compact(text()).startsWith(compact(other.text())));
    }

    /** Replaces the arguments by equal ones: the last text of a restated call is that of the reply. */
    void restate(CallArguments equal) {
        String text = equal.text();
        if (equal.isWhole() && !text.equals(text()) && canonical().equals(equal.canonical())) {
            previousVersion = version;
            version = all.length();
            restart();
            all.append(text);
            lastFragment = text;
            scan(text);
        }
    }

    /** Returns the canonical form of the arguments, or their text if they are incomplete or invalid. */
    private String canonical() {
        if (canonical == null) {
            String text = text().strip();
            try {
                canonical = new JsonText(text).canonical();
            } catch (IllegalArgumentException invalid) {
                canonical = text;
            }
        }
        return canonical;
    }

    private static String compact(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Returns the arguments: of several versions, the last complete one. */
    String text() {
        String current = current();
        if (version > 0 && !isWhole()) {
            return ObjectText.of(all.substring(previousVersion, version));
        }
        boolean isCumulative = current.length() > lastFragment.length()
                && beginsObject(lastFragment)
                && !isWhole()
                && ProviderJson.isObject(lastFragment);
        return isCumulative ? lastFragment : ObjectText.isNothing(current) ? "" : current;
    }
}
