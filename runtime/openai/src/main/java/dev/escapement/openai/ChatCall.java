package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import java.util.function.Consumer;

/**
 * A call of a Chat Completions reply, assembled from fragments. The names of the offered tools show whether a name in
 * several fragments is a longer name. Arguments that begin anew after a complete object replace the object: servers
 * restate a call, or begin with an empty object.
 */
final class ChatCall {

    private static final long NO_INDEX = -1;

    private final int number;
    private final ReplyContext context;
    private final Companions members;
    private final Companions functionMembers;
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";
    private String tool = "";
    private long index = NO_INDEX;
    private String lastFragment = "";
    private int previousVersion;
    private int version;
    private boolean isBegun;
    private int shown;

    /**
     * Creates a call without content.
     *
     * @param number the number of the call in the reply, from 0
     */
    ChatCall(int number, ReplyContext context) {
        this.number = number;
        this.context = context;
        this.members = new Companions(context.flavor(), ChatState.CALL);
        this.functionMembers = new Companions(context.flavor(), ChatState.FUNCTION);
    }

    String id() {
        return id;
    }

    String tool() {
        return tool;
    }

    boolean hasIndex(long other) {
        return index == other;
    }

    void setIndex(long index) {
        this.index = index;
    }

    boolean isEmpty() {
        return tool.isEmpty() && arguments.isEmpty();
    }

    /** Adds a fragment of the call. */
    void add(ProviderJson piece) {
        ProviderJson function = function(piece);
        members.add(piece);
        if (piece.get("function").isObject()) {
            functionMembers.add(function);
        }
        if (id.isEmpty()) {
            id = LenientJson.word(piece.get("id"));
        }
        addName(name(function));
        addArguments(function.get("arguments").textOrJson());
    }

    /** Returns the object that contains the name and the arguments. Some servers omit the nested object. */
    static ProviderJson function(ProviderJson piece) {
        return piece.get("function").isObject() ? piece.get("function") : piece;
    }

    /** Returns the name without the blanks that some servers add. Names of tools do not contain blanks. */
    static String name(ProviderJson function) {
        return LenientJson.text(function.get("name")).strip();
    }

    /**
     * Returns whether a name continues the name so far, either as its next part or as a longer beginning.
     *
     * @param isSameCall whether the fragment has the index of this call, no id and no arguments
     */
    boolean isContinuedBy(String name, boolean isSameCall) {
        boolean isNextPart = !context.offers(name) && (isSameCall || context.beginsName(tool + name));
        return hasUnknownName() && (isNextPart || isLongerBeginning(name));
    }

    /** Returns whether the name so far is not that of an offered tool, and the arguments have not begun. */
    private boolean hasUnknownName() {
        return !context.offers(tool) && (arguments.toString().isBlank() || isEmptyObject());
    }

    private boolean isLongerBeginning(String name) {
        return name.length() > tool.length() && name.startsWith(tool) && context.beginsName(name);
    }

    /** Returns whether the arguments have begun and a fragment is a later part of them. */
    boolean isWithinArguments(String fragment) {
        return !arguments.toString().isBlank()
                && !fragment.isBlank()
                && !fragment.strip().startsWith("{")
                && !isWhole();
    }

    /** Returns whether the arguments so far are a complete object. */
    boolean isWhole() {
        return isWhole(version, arguments.length());
    }

    private boolean isWhole(int start, int end) {
        return end > start && ReplyContext.isObject(arguments.substring(start, end));
    }

    /** Returns whether the arguments are an empty object that the tool does not accept. */
    boolean isPlaceholder() {
        return isEmptyObject() && context.requiresArguments(tool);
    }

    private boolean isEmptyObject() {
        return arguments.length() - version < 10
                && arguments.substring(version).replaceAll("\\s", "").equals("{}");
    }

    private void addName(String name) {
        if (tool.isEmpty()) {
            tool = name;
        } else if (!name.isEmpty() && !name.equals(tool) && hasUnknownName()) {
            tool = isLongerBeginning(name) ? name : tool + name;
        }
    }

    private void addArguments(String fragment) {
        if (fragment.isEmpty()) {
            return;
        }
        boolean beginsAnew = fragment.stripLeading().startsWith("{") && endsObject() && isWhole();
        if (beginsAnew && fragment.strip().equals(arguments.substring(version).strip())) {
            return;
        }
        if (beginsAnew && isEmptyObject()) {
            arguments.setLength(version);
            shown = Math.min(shown, version);
        } else if (beginsAnew) {
            previousVersion = version;
            version = arguments.length();
        }
        arguments.append(fragment);
        lastFragment = fragment;
    }

    private boolean endsObject() {
        int end = arguments.length();
        while (end > version && Character.isWhitespace(arguments.charAt(end - 1))) {
            end--;
        }
        return end > version && arguments.charAt(end - 1) == '}';
    }

    /** Returns the arguments: of several versions, the last complete one. */
    String arguments() {
        String all = arguments.substring(version);
        if (version > 0 && !ReplyContext.isObject(all)) {
            return arguments.substring(previousVersion, version);
        }
        boolean isCumulative = all.length() > lastFragment.length()
                && lastFragment.stripLeading().startsWith("{")
                && !ReplyContext.isObject(all)
                && ReplyContext.isObject(lastFragment);
        return isCumulative ? lastFragment : all;
    }

    /**
     * Passes the deltas for the fragments so far to a consumer. A name that may be incomplete and an empty object that
     * may be replaced are withheld.
     *
     * @param isEnded whether further fragments are not expected
     */
    void show(Consumer<Delta> deltas, boolean isEnded) {
        if (tool.isEmpty()) {
            return;
        }
        boolean hasArguments = !arguments.isEmpty() && !isEmptyObject();
        if (!isBegun && (isEnded || hasArguments || context.isUnambiguous(tool))) {
            isBegun = true;
            deltas.accept(new Delta.CallBegun(number, tool));
        }
        if (isBegun && version == 0 && shown < arguments.length() && (isEnded || hasArguments)) {
            deltas.accept(new Delta.Arguments(number, arguments.substring(shown)));
            shown = arguments.length();
        }
    }

    /** Returns the server's additions to the call. */
    ChatState.ExtendedCall extended() {
        boolean isOwnForm = !id.isEmpty() && !context.flavor().accepts(id, Protocol.CHAT_COMPLETIONS);
        return new ChatState.ExtendedCall(tool, isOwnForm ? id : "", members.values(), functionMembers.values());
    }
}
