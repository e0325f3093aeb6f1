package dev.escapement.internal.text;

import java.util.List;

/** The wording of the refusals of conversations that providers reject. */
public final class ConversationMessages {

    private ConversationMessages() {}

    /** Returns the message about two calls of one reply with the same id. */
    public static String repeatedCall(String callId) {
        return "Two calls of one reply have the id " + callId + ".";
    }

    /** Returns the message about an answer without an open call. */
    public static String unexpectedAnswer(String callId) {
        return "The answer to call " + callId + " does not belong to an open call of the preceding reply.";
    }

    /** Returns the message about calls that are open at the next reply. */
    public static String unanswered(List<String> callIds) {
        return "Calls without an answer: " + callIds;
    }
}
