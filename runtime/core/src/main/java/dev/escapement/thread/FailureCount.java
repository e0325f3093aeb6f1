package dev.escapement.thread;

/**
 * The consecutive failures of a thread. A reply of the model fails if at least one of its calls fails and none succeeds,
 * or if its text is rejected.
 *
 * @param requests the number of requests since the last reply, message or extension of the budget that failed
 *     permanently
 * @param replies the number of failed replies before the last reply
 * @param failed whether a call of the last reply failed, or its text was rejected
 * @param succeeded whether a call of the last reply succeeded
 * @param last the text of the last failure for the model; empty before the first failure
 */
record FailureCount(int requests, int replies, boolean failed, boolean succeeded, String last) {

    /** The count of a thread without events. */
    static final FailureCount NONE = new FailureCount(0, 0, false, false, "");

    /** Returns the count after a request that failed permanently. */
    FailureCount requestFailed() {
        return new FailureCount(requests + 1, replies, failed, succeeded, last);
    }

    /** Returns the count after an extension of the budget, which permits further requests. */
    FailureCount budgetExtended() {
        return new FailureCount(0, replies, failed, succeeded, last);
    }

    /** Returns the count after a new reply. */
    FailureCount replied() {
        return new FailureCount(0, consecutive(), false, false, last);
    }

    /** Returns the count after the rejection of the last reply's text. */
    FailureCount textRejected(String reason) {
        return new FailureCount(requests, replies, true, succeeded, reason);
    }

    /** Returns the count after a message from a person, with which the counting begins again. */
    FailureCount messageReceived() {
        return new FailureCount(0, 0, false, false, last);
    }

    /**
     * Returns the count after an event of a call.
     *
     * @param text the text of the failure, if the result is one
     */
    FailureCount after(CallResult result, String text) {
        return switch (result) {
            case FAILED -> new FailureCount(requests, replies, true, succeeded, text);
            case SUCCEEDED -> new FailureCount(requests, replies, failed, true, last);
            // A selection only continues the call; its success depends on the selected call.
            case OPEN, SELECTED, DECLINED -> this;
        };
    }

    /** Returns the number of consecutive replies that failed, up to and including the last reply. */
    int consecutive() {
        if (succeeded) {
            return 0;
        }
        return failed ? replies + 1 : replies;
    }
}
