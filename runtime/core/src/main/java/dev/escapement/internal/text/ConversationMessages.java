package dev.escapement.internal.text;

import java.util.List;

/** The error messages for conversations that providers reject. */
public final class ConversationMessages {

    private ConversationMessages() {}

    /** Returns the message for a reply in which two calls have the same id. */
    public static String repeatedCall(String callId) {
        return "Two calls of one reply have the id " + callId + ".";
    }

    /** Returns the message for an answer that does not belong to an unanswered call. */
    public static String unexpectedAnswer(String callId) {
        return "The answer to call " + callId + " does not belong to an open call of the preceding reply.";
    }

    /** Returns the message for calls that are still unanswered at the next reply. */
    public static String unanswered(List<String> callIds) {
        return "Calls without an answer: " + callIds;
    }
}
