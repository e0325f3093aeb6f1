package dev.escapement.run;

import dev.escapement.internal.text.Excerpt;
import dev.escapement.thread.RequestFailed.Part;

/** The messages of exceptions, events and log entries about requests to the model. */
final class RequestMessages {

    private static final int MAX_NAME = 100;

    private RequestMessages() {}

    /** Returns the description of a request that failed in a way that would recur. */
    static String requestFailed(Part part, String reference) {
        return switch (part) {
            case PROMPT -> RunMessages.failed("the prompt method", reference);
            case CONTEXT -> RunMessages.failed("the context method", reference);
            case PROVIDER -> RunMessages.failed("the model", reference);
            case CONTENT -> RunMessages.failed("the content store", reference);
        };
    }

    static String nullReply(String model, String type) {
        return "The model " + (model.isEmpty() ? type : model + " (" + type + ")")
                + " returned null. Return a ModelReply, or throw a ModelException.";
    }

    static String unknownUsage(String model) {
        return "The model " + model + " does not report the usage of tokens, so the budgets of tokens and cost have no"
                + " effect. Enable usage in the settings of the client, or limit the number of requests with"
                + " Budget.withModelCalls.";
    }

    static String unknownFile(String name) {
        return "The content store of the runner or inbox does not contain the file " + Excerpt.line(name, MAX_NAME)
                + ". Store it with ContentStore.put first.";
    }

    static String noContentStore(String name) {
        return "The file " + Excerpt.line(name, MAX_NAME)
                + " cannot be used. No content store is configured. Set it with"
                + " Runner.Builder.contents(store), for an inbox with ThreadInbox.of(store, contents, loop).";
    }

    static String unknownFinishReason(String model, String word) {
        return "The model " + model + " stopped for an unknown reason: " + Excerpt.line(word, MAX_NAME)
                + ". The reply is not used.";
    }

    static String withRequestId(String message, String requestId) {
        if (requestId.isEmpty() || message.contains(requestId)) {
            return message;
        }
        return message + (message.endsWith(".") ? "" : ".") + " Request id: " + Excerpt.line(requestId, MAX_NAME);
    }

    static String unpriced(String model) {
        return "The model " + model + " does not have prices, so the budget of cost has no effect. Set a price table"
                + " for the model.";
    }
}
