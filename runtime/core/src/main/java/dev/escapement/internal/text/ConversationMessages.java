package dev.escapement.internal.text;

import java.util.List;

/** The wording of the refusals of conversations that no provider accepts. */
public final class ConversationMessages {

    private ConversationMessages() {}

    /** Two calls of one reply have one id. */
    public static String repeatedCall(String callId) {
        return "Two calls of one reply have the id " + callId + ".";
    }

    /** An answer does not belong to an open call. */
    public static String unexpectedAnswer(String callId) {
        return "There is an answer to the call " + callId
                + ", but the reply before it made no such call, or it was answered before.";
    }

    /** Calls are open where the model speaks again. */
    public static String unanswered(List<String> callIds) {
        return "Calls have no answer: " + callIds;
    }
}
