package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import java.util.function.Consumer;

/**
 * A call of a Chat Completions reply, assembled from fragments. The names of the offered tools show whether a name in
 * several fragments is a longer name.
 */
final class ChatCall {

    private static final long NO_INDEX = -1;

    private final ReplyContext context;
    private final Companions members;
    private final Companions functionMembers;
    private final CallArguments arguments = new CallArguments();
    private String id = "";
    private String tool = "";
    private long index = NO_INDEX;
    private int number;
    private boolean isBegun;
    private int shown;

    /** Creates a call without content. */
    ChatCall(ReplyContext context) {
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

    /** Sets the number of the call in the reply, from 0. */
    void setNumber(int number) {
        this.number = number;
    }

    boolean hasIndex(long other) {
        return index == other;
    }

    /** Returns whether the index is this one, or unknown. */
    boolean mayHaveIndex(long other) {
        return index == other || index == NO_INDEX;
    }

    void setIndex(long index) {
        this.index = index;
    }

    boolean isEmpty() {
        return tool.isEmpty() && arguments.length() == 0;
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
        int length = arguments.length();
        int replaced = arguments.add(argumentsOf(function));
        shown = Math.min(shown, length - replaced);
    }

    /** Returns the object that contains the name and the arguments. Some servers omit the nested object. */
    static ProviderJson function(ProviderJson piece) {
        return piece.get("function").isObject() ? piece.get("function") : piece;
    }

    /** Returns the name without the blanks that some servers add. Names of tools do not contain blanks. */
    static String name(ProviderJson function) {
        return LenientJson.text(function.get("name")).strip();
    }

    /** Returns the arguments. Some servers name them like the parameters of a definition. */
    static String argumentsOf(ProviderJson function) {
        ProviderJson arguments = function.get("arguments");
        return (arguments.isAbsent() ? function.get("parameters") : arguments).textOrJson();
    }

    /**
     * Returns whether a name continues the name so far, either as its next part or as a longer beginning.
     *
     * @param isSameCall whether the fragment has the index of this call, no id and no arguments
     */
    boolean isContinuedBy(String name, boolean isSameCall) {
        boolean isNextPart = !context.offers(name) && ((isSameCall && hasUnknownName()) || isBeginningWith(name));
        return isNextPart || (hasUnknownName() && isLongerBeginning(name));
    }

    /** Returns whether the name so far is not that of an offered tool, and the arguments have not begun. */
    private boolean hasUnknownName() {
        return !context.offers(tool) && (arguments.isBlank() || arguments.isEmptyObject());
    }

    /** Returns whether the name so far and its next part begin the name of an offered tool. */
    private boolean isBeginningWith(String part) {
        return (hasUnknownName() || arguments.isBlank()) && context.beginsName(tool + part);
    }

    private boolean isLongerBeginning(String name) {
        return name.length() > tool.length() && name.startsWith(tool) && context.beginsName(name);
    }

    /** Returns whether the arguments have begun and a fragment is a later part of them. */
    boolean isWithinArguments(String fragment) {
        return arguments.areContinuedBy(fragment);
    }

    /** Returns whether the arguments so far are a complete object. */
    boolean isWhole() {
        return arguments.isWhole();
    }

    boolean hasArguments() {
        return !arguments.isBlank();
    }

    boolean isEmptyObject() {
        return arguments.isEmptyObject();
    }

    /** Returns whether the arguments are an empty object that the tool does not accept. */
    boolean isPlaceholder() {
        return arguments.isEmptyObject() && context.requiresArguments(tool);
    }

    /** Returns whether a later call is a repetition of this one, possibly an incomplete one. */
    boolean isRepeatedBy(ChatCall later) {
        return tool.equals(later.tool) && (arguments.include(later.arguments) || later.isPlaceholder());
    }

    /** Adopts the arguments of a repetition. */
    void restate(ChatCall later) {
        arguments.restate(later.arguments);
    }

    private void addName(String name) {
        if (tool.isEmpty()) {
            tool = name;
        } else if (!name.isEmpty() && !name.equals(tool)) {
            if (hasUnknownName()) {
                tool = isLongerBeginning(name) ? name : tool + name;
            } else if (!context.offers(name) && isBeginningWith(name)) {
                tool += name;
            }
        }
    }

    String arguments() {
        return arguments.text();
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
        boolean hasArguments = arguments.length() > 0 && !arguments.isEmptyObject();
        if (!isBegun && (isEnded || hasArguments || context.isUnambiguous(tool))) {
            isBegun = true;
            deltas.accept(new Delta.CallBegun(number, tool));
        }
        if (isBegun && !arguments.areRestated() && shown < arguments.length() && (isEnded || hasArguments)) {
            deltas.accept(new Delta.Arguments(number, arguments.from(shown)));
            shown = arguments.length();
        }
    }

    /** Returns the server's additions to the call. */
    ChatState.ExtendedCall extended() {
        boolean isOwnForm = !id.isEmpty() && !context.flavor().accepts(id, Protocol.CHAT_COMPLETIONS);
        return new ChatState.ExtendedCall(tool, isOwnForm ? id : "", members.values(), functionMembers.values());
    }
}
